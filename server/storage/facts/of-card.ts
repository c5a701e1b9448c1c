import type { CardNumber, ShopId } from '../../../shared/domain/ids.ts';
import type { FactStore, HeldFacts } from '../../app/ports/fact-store.ts';
import type { CardDoc } from '../card/card.codec.ts';
import type { CustomerDoc } from '../customer/customer.codec.ts';
import { storedCustomers } from '../customer/customer.schema.ts';
import { gathered } from '../gathered.ts';
import { decodeStanding, type StandingDoc } from '../standing/standing.codec.ts';
import { storedStandings } from '../standing/standing.schema.ts';
import type { TenantCollection } from '../tenant-collection.ts';

const NAMED = { _id: 0, customerId: 1, firstName: 1, patronymic: 1, surname: 1, email: 1, phone: 1 } as const;

type HolderDoc = Pick<CustomerDoc, Exclude<keyof typeof NAMED, '_id'>>;

type Row = Pick<CardDoc, 'number' | 'state' | 'customerId' | 'expiresAt'> & {
  readonly copy: readonly StandingDoc[];
  readonly holder: readonly HolderDoc[];
};

/** By the index that begins with the shop, like every other look. */
const theirs = (shop: ShopId, from: string, as: 'copy' | 'holder', project: object) => ({
  $lookup: {
    from,
    localField: 'customerId',
    foreignField: 'customerId',
    pipeline: [{ $match: { shop } }, { $project: project }],
    as,
  },
});

/**
 * The card first, then what is owed, then the name: three looks by index in one call, for all tills that ask at this
 * moment. Asked one after the other they cost the web process more than everything else of a quote (decision 0040).
 */
export function createOfCard(cards: TenantCollection<CardDoc>): FactStore['ofCard'] {
  return gathered(async (shop, numbers: readonly CardNumber[]) => {
    const rows = await cards.aggregate<Row>(shop, { number: { $in: [...numbers] } }, [
      { $project: { _id: 0, number: 1, state: 1, customerId: 1, expiresAt: 1 } },
      theirs(shop, storedStandings.name, 'copy', { _id: 0, customerId: 1, sequence: 1, standing: 1 }),
      theirs(shop, storedCustomers.name, 'holder', NAMED),
    ]);
    return new Map(rows.map((row) => [row.number, heldFacts(row)]));
  });
}

function heldFacts(row: Row): HeldFacts {
  const [copy] = row.copy;
  const [holder] = row.holder;
  return {
    card: { state: row.state, customerId: row.customerId ?? null, expiresAt: row.expiresAt ?? null },
    holder: holder === undefined ? null : named(holder),
    copy: copy === undefined ? null : decodeStanding(copy),
  };
}

const named = ({ customerId: id, firstName, patronymic, surname, email, phone }: HolderDoc) => ({
  id,
  firstName,
  patronymic,
  surname,
  email,
  phone,
});
