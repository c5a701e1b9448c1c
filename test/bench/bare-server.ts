// The bare library to compare with: Express, and one MongoDB call with the same promise about durability as ours.

import express from 'express';
import mongoose from 'mongoose';

const client = await mongoose.mongo.MongoClient.connect(process.env.BARE_MONGODB_URI ?? '');
const db = client.db('bare');
const inbox = db.collection('inbox', { writeConcern: { w: 'majority', journal: true } });
const customers = db.collection('customers');
await inbox.createIndex({ key: 1 }, { unique: true });
await customers.createIndex({ shop: 1, number: 1 }, { unique: true });
await customers.updateOne({ shop: 'bare', number: '1' }, { $set: { discountBp: 300 } }, { upsert: true });

const app = express();
app.disable('x-powered-by');
app.post('/insert', express.raw({ type: '*/*', limit: '10mb' }), async (request, response) => {
  await inbox.insertOne({ key: request.get('x-shopify-webhook-id'), body: (request.body as Buffer).toString() });
  response.sendStatus(200);
});
app.post('/find', express.json(), async (_request, response) => {
  response.json(await customers.findOne({ shop: 'bare', number: '1' }));
});

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) console.log(`listening ${address.port}`);
});
process.on('SIGTERM', () => {
  server.closeAllConnections();
  server.close(() => client.close().then(() => process.exit(0)));
});
