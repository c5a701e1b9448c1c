// The bare libraries to compare with: Express, and one MongoDB call with the same promise about durability as ours.

import express from 'express';
import mongoose from 'mongoose';

const uri = process.env.BARE_MONGODB_URI ?? '';
const client = await mongoose.mongo.MongoClient.connect(uri);
const db = client.db();
const inbox = db.collection('inbox', { writeConcern: { w: 'majority', journal: true } });
const customers = db.collection('customers');
await inbox.createIndex({ key: 1 }, { unique: true });
await customers.createIndex({ shop: 1, number: 1 }, { unique: true });

const app = express();
app.disable('x-powered-by');
app.post('/insert', express.raw({ type: '*/*', limit: '10mb' }), async (request, response) => {
  await inbox.insertOne({ key: request.get('x-shopify-webhook-id'), body: (request.body as Buffer).toString() });
  response.status(200).end();
});
app.post('/find', express.json(), async (request, response) => {
  const { shop, cardNumber } = request.body as { readonly shop: string; readonly cardNumber: string };
  response.json(await customers.findOne({ shop, number: cardNumber }));
});

const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) console.log(`listening ${address.port}`);
});
process.on('SIGTERM', () => {
  server.closeAllConnections();
  server.close(() => client.close().then(() => process.exit(0)));
});
