import type { CustomerListView, ProgramRowView, ProgramView } from '../../../shared/contract/api.ts';
import type { Customer } from '../world/things.ts';
import type { AppClient } from './app-client.ts';

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

/** Whether the app says that a card is due to this customer; null while it does not know of the customer. */
export async function isDueCard(app: AppClient, customer: Customer): Promise<boolean | null> {
  const search = customer.email ?? customer.phone ?? [customer.firstName, customer.lastName].filter(Boolean).join(' ');
  if (search === '') return null;
  const answer = await app.get<CustomerListView>(`/api/customers?${new URLSearchParams({ search })}`);
  const [row] = answer.ok ? answer.value.rows : [];
  return row?.dueCard ?? null;
}
