import type { RefusalCode } from '../../contract/api.ts';

/** What people read when the server says no: total, so a new code does not compile without its sentence. */
export const refusals: Readonly<Record<RefusalCode, string>> = {
  faults: 'Some fields need another look. They are marked below.',
  changed_meanwhile: 'Somebody changed this at the same time. We loaded it again; please make your change once more.',
  unknown_customer: 'This customer does not exist, or not any more.',
  unknown_program: 'This program does not exist.',
  unknown_series: 'This series does not exist.',
  unknown_card: 'No card of this shop has this number.',
  unknown_delivery: 'This delivery does not exist, or not any more.',
  program_ended: 'This program has ended. An ended program cannot be changed.',
  not_a_card_number: 'This is not a card number: it needs 13 digits, and the last one must fit the others.',
  card_blocked: 'This card is blocked.',
  card_replaced: 'This card was replaced by another one.',
  card_expired: 'This card has expired.',
  card_not_issued: 'This card has not been handed to anybody yet.',
  card_already_issued: 'This card has already been handed to somebody.',
  card_of_another_program: 'This card belongs to another program. Take a blank card of the same one.',
  card_of_somebody_else: 'This card belongs to another customer.',
  body_forgotten: 'The content of this delivery is no longer kept, so it cannot be replayed.',
  bad_request: 'The server did not understand this request. Please reload the page.',
  unauthorized: 'Your session has ended. Please open Regulars again from your Shopify admin.',
  not_found: 'There is nothing at this address.',
  too_large: 'This is more than the server takes at once.',
  limited: 'That was a lot in a short time. Please wait a minute and try again.',
  unavailable: 'The server cannot do this right now. Nothing was lost; please try again in a moment.',
  internal: 'Something went wrong on our side. Please try again, and tell support the error number if it stays.',
};
