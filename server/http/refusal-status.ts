import type { RefusalCode } from '../../shared/contract/api.ts';

/** The status of every refusal. A new code does not compile without one. */
export const refusalStatus: Readonly<Record<RefusalCode, number>> = {
  faults: 400,
  bad_request: 400,
  not_a_card_number: 400,
  unauthorized: 401,
  not_found: 404,
  unknown_customer: 404,
  unknown_program: 404,
  unknown_series: 404,
  unknown_card: 404,
  unknown_delivery: 404,
  changed_meanwhile: 409,
  program_ended: 409,
  card_blocked: 409,
  card_replaced: 409,
  card_expired: 409,
  card_not_issued: 409,
  card_already_issued: 409,
  card_of_another_program: 409,
  card_of_somebody_else: 409,
  body_forgotten: 410,
  too_large: 413,
  limited: 429,
  internal: 500,
  unavailable: 503,
};
