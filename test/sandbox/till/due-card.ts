import type { CardView, CustomerListView, CustomerRowView } from '../../../shared/contract/api.ts';
import type { ProgramRowView, ProgramView } from '../../../shared/contract/program.ts';
import type { Customer } from '../world/things.ts';
import type { AppClient } from './app-client.ts';
import type { Said } from './till-sale.ts';

/** A program whose card this sale earns, as the app tells it. `fromMinor`: what one purchase must come to. */
export type EarnedCard = { readonly programName: string; readonly fromMinor: number };

/**
 * Programs that hand their card over at a purchase of this size, while no card of theirs is on the sale. Asked of the
 * app, because the till knows no programs.
 */
export async function earnedCards(
  app: AppClient,
  chargedMinor: number,
  programOfCard: string | null,
): Promise<readonly EarnedCard[]> {
  const rows = await app.get<readonly ProgramRowView[]>('/api/programs');
  if (!rows.ok) return [];
  const published = rows.value.filter(({ state }) => state === 'published');
  const programs = await Promise.all(published.map(({ id }) => app.get<ProgramView>(`/api/programs/${id}`)));
  return programs.flatMap((answer) => {
    if (!answer.ok) return [];
    const version = answer.value.versions.toSorted((a, b) => b.version - a.version)[0];
    if (version?.membership.kind !== 'card' || chargedMinor < version.membership.fromMinor) return [];
    if (answer.value.name === programOfCard) return [];
    return [{ programName: answer.value.name, fromMinor: version.membership.fromMinor }];
  });
}

/** The app's own customer of a Shopify customer, and whether a card is due; null while the app does not know them. */
export async function findHolder(app: AppClient, customer: Customer): Promise<CustomerRowView | null> {
  const search = customer.email ?? customer.phone ?? [customer.firstName, customer.lastName].filter(Boolean).join(' ');
  if (search === '') return null;
  const answer = await app.get<CustomerListView>(`/api/customers?${new URLSearchParams({ search })}`);
  return answer.ok ? (answer.value.rows[0] ?? null) : null;
}

/** Gives a blank card to a customer the app knows; the sentence says how it went. */
export async function linkCard(app: AppClient, customer: Customer, number: string): Promise<Said> {
  const holder = await findHolder(app, customer);
  if (holder === null)
    return { look: 'gold', text: 'Regulars has not heard of this customer yet. Try again in a moment.' };
  const path = `/api/cards/${encodeURIComponent(number)}/link`;
  const answer = await app.post<CardView>(path, { customerId: holder.id });
  if (!answer.ok) return { look: 'bad', text: answer.sentence };
  return {
    look: 'good',
    text: `Card ${answer.value.number} is handed over to ${answer.value.customerName ?? 'its holder'}.`,
  };
}
