import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createVerifyProxy } from '../../server/shopify/proxy/verify-proxy.ts';
import { proxyQuery, TEST_SECRET } from '../support/signing.ts';
import { PREVIOUS_SECRET, SHOP } from './set-up.ts';

const verify = createVerifyProxy([TEST_SECRET, PREVIOUS_SECRET], { now: () => Date.now() });
const seconds = (shift: number) => String(Math.floor(Date.now() / 1000) + shift);

describe('a request through Shopify’s app proxy', () => {
  it('names the shop it came from', () => {
    expect(verify(proxyQuery(SHOP))).toBe(SHOP);
    expect(verify(proxyQuery(SHOP, {}, PREVIOUS_SECRET))).toBe(SHOP);
    expect(verify(proxyQuery(SHOP, { number: '2000000000008', locale: 'cs' }))).toBe(SHOP);
  });

  it('may say a thing of its own several times, signed with commas between', () => {
    const text = `number=1,2path_prefix=/apps/regularsshop=${SHOP}timestamp=${seconds(0)}`;
    const signature = createHmac('sha256', TEST_SECRET).update(text).digest('hex');
    const query = `number=1&number=2&path_prefix=/apps/regulars&shop=${SHOP}&timestamp=${seconds(0)}`;
    expect(verify(`${query}&signature=${signature}`)).toBe(SHOP);
  });

  it.each([
    ['unsigned', `shop=${SHOP}&timestamp=${seconds(0)}`],
    ['signed by somebody else', proxyQuery(SHOP, {}, 'another-secret')],
    ['changed on the way', proxyQuery(SHOP, { number: '1' }).replace('number=1', 'number=2')],
    ['too old', proxyQuery(SHOP, { timestamp: seconds(-92) })],
    ['from the future', proxyQuery(SHOP, { timestamp: seconds(92) })],
    ['without a time', proxyQuery(SHOP, { timestamp: '' })],
    ['with two shops', `${proxyQuery(SHOP)}&shop=another.myshopify.com`],
    ['with two times', `timestamp=${seconds(0)}&${proxyQuery(SHOP)}`],
    ['with two signatures', `${proxyQuery(SHOP)}&signature=00`],
    ['of no shop of Shopify', proxyQuery('evil.example.test')],
    ['empty', ''],
  ])('that is %s is not believed', (_, query) => {
    expect(verify(query)).toBeNull();
  });

  it('is good up to 90 seconds', () => {
    expect(verify(proxyQuery(SHOP, { timestamp: seconds(-88) }))).toBe(SHOP);
    expect(verify(proxyQuery(SHOP, { timestamp: seconds(88) }))).toBe(SHOP);
  });
});
