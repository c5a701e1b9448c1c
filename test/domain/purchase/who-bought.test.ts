import { describe, expect, it } from '@jest/globals';
import { whoBought } from '../../../shared/domain/purchase/who-bought.ts';
import { customerId } from '../../support/builders/ids.ts';

const [ada, bea] = [customerId('cus_ada0000000'), customerId('cus_bea0000000')];

describe('whose purchase it is (rules 1)', () => {
  it('lets the card decide over the customer of the order, and says that they differ', () => {
    expect(whoBought(ada, bea)).toEqual({ customerId: ada, contested: true });
    expect(whoBought(ada, ada)).toEqual({ customerId: ada, contested: false });
  });

  it('takes the customer of the order where no card was used, else nobody', () => {
    expect(whoBought(null, bea)).toEqual({ customerId: bea, contested: false });
    expect(whoBought(ada, null)).toEqual({ customerId: ada, contested: false });
    expect(whoBought(null, null)).toEqual({ customerId: null, contested: false });
  });
});
