import { describe, expect, it } from '@jest/globals';
import { parseOurId, parseShopId, parseShopifyId } from '../../shared/domain/ids.ts';

describe('ids', () => {
  it('reads a shop only from its permanent domain', () => {
    expect(parseShopId('demo.myshopify.com')).toBe('demo.myshopify.com');
    expect(parseShopId('demo.myshopify.com.evil.example')).toBeNull();
    expect(parseShopId('Demo.myshopify.com')).toBeNull();
  });

  it('reads our ids by their prefix', () => {
    expect(parseOurId('cus', 'cus_0123456789')).toBe('cus_0123456789');
    expect(parseOurId('cus', 'prg_0123456789')).toBeNull();
  });

  it("reads Shopify's number from a gid, a number or its text", () => {
    expect(parseShopifyId('gid://shopify/Order/42')).toBe('42');
    expect(parseShopifyId(42)).toBe('42');
    expect(parseShopifyId('42; drop')).toBeNull();
  });
});
