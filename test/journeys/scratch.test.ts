import { setTimeout as sleep } from 'node:timers/promises';
import { it } from '@jest/globals';
import { forEverybody } from '../support/journey/drafts.ts';
import { openShop, publish } from '../support/journey/open-shop.ts';
import { startJourney } from '../support/journey/start-journey.ts';
import { enterPeople, fillShelves } from '../support/journey/write-history.ts';

it('x', async () => {
  const j = await startJourney({ env: { LOG_LEVEL: 'info' } });
  const { merchant } = await openShop(j, { domain: 'a.myshopify.com' }, (shop) => {
    fillShelves(shop);
    enterPeople(shop, 30);
  });
  for (let i = 0; i < 25; i++) {
    await publish(merchant, forEverybody);
    await Promise.all([1, 2, 3].map(() => merchant.get('/api/home')));
    await sleep(i * 150);
    const s = performance.now();
    await j.app.stop();
    const took = performance.now() - s;
    console.log(i, 'stop', took, took > 2000 ? j.app.output().slice(-1500) : '');
    await j.app.start();
  }
  await j.stop();
}, 300000);
