import { emptyDrawDraft } from '../../shared/domain/draw/draft.ts';
import { emptyDraft } from '../../shared/domain/program/draft.ts';
/** Every route of the admin and the till. `:x` stands for an id; `body` is one that its schema takes. */
export type RouteUnderTest = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  /** What a foreign id is answered with, for routes that carry one. */
  readonly unknown?: string;
};

export const aCustomerForm = {
  firstName: 'Ada',
  patronymic: null,
  surname: 'Testperson',
  email: 'ada@example.test',
  phone: null,
  birthDate: null,
  gender: null,
  address: null,
  language: 'en',
};

export const aDraft = {
  ...emptyDraft,
  name: 'Regulars',
  levels: [
    { name: 'Bronze', fromSpent: '500.00', fromPurchases: '', percent: '1' },
    { name: 'Silver', fromSpent: '800.00', fromPurchases: '', percent: '2' },
  ],
};

export const aDrawDraft = {
  ...emptyDrawDraft,
  name: 'Spring draw',
  prizes: [{ name: 'Bicycle', count: '1' }],
  closesDay: '2099-06-20',
};

/** What a merchant may set, as the form sends it. */
export const settings = {
  floorOn: false,
  marginPercent: '5',
  discountMessage: 'Your {percent} as a regular',
  language: 'en',
  owedCounts: false,
};

export const adminRoutes: readonly RouteUnderTest[] = [
  { method: 'GET', path: '/api/shop' },
  { method: 'GET', path: '/api/home' },
  { method: 'GET', path: '/api/imports' },
  { method: 'POST', path: '/api/imports' },
  { method: 'GET', path: '/api/draws' },
  { method: 'POST', path: '/api/draws', body: { draft: aDrawDraft } },
  { method: 'POST', path: '/api/draws/check', body: { draft: aDrawDraft } },
  { method: 'GET', path: '/api/draws/:draw', unknown: 'unknown_draw' },
  { method: 'POST', path: '/api/draws/:draw/draw', unknown: 'unknown_draw' },
  { method: 'POST', path: '/api/draws/:draw/cancel', body: { note: '' }, unknown: 'unknown_draw' },
  {
    method: 'POST',
    path: '/api/draws/:draw/hand-over',
    body: { lot: 'AAAAA-BBBBB-CCCCC-1' },
    unknown: 'unknown_draw',
  },
  { method: 'GET', path: '/api/products' },
  { method: 'GET', path: '/api/simulations' },
  {
    method: 'POST',
    path: '/api/simulations',
    body: { programs: [{ programId: ':program', version: 1 }], fromDay: '', toDay: '' },
    unknown: 'unknown_program',
  },
  { method: 'GET', path: '/api/simulations/:simulation', unknown: 'unknown_simulation' },
  { method: 'POST', path: '/api/simulations/:simulation/cancel', unknown: 'unknown_simulation' },
  { method: 'GET', path: '/api/customers' },
  { method: 'POST', path: '/api/customers', body: aCustomerForm },
  { method: 'GET', path: '/api/customers/:customer', unknown: 'unknown_customer' },
  {
    method: 'PUT',
    path: '/api/customers/:customer',
    body: { revision: 0, details: aCustomerForm },
    unknown: 'unknown_customer',
  },
  { method: 'POST', path: '/api/customers/:customer/archive', body: { archived: true }, unknown: 'unknown_customer' },
  {
    method: 'POST',
    path: '/api/customers/:customer/level',
    body: { programId: ':program', discountBp: 500, note: 'a friend of the house' },
    unknown: 'unknown_customer',
  },
  { method: 'GET', path: '/api/customers/:customer/purchases', unknown: 'unknown_customer' },
  { method: 'GET', path: '/api/customers/:customer/purchases/7001/explanation' },
  { method: 'GET', path: '/api/customers/:customer/quote?cart=[]' },
  { method: 'GET', path: '/api/customers/:customer/cards', unknown: 'unknown_customer' },
  { method: 'GET', path: '/api/customers/:customer/journal', unknown: 'unknown_customer' },
  { method: 'GET', path: '/api/series' },
  {
    method: 'POST',
    path: '/api/series',
    body: { programId: ':program', name: 'Spring', count: 10, expiresAt: null },
    unknown: 'unknown_program',
  },
  { method: 'GET', path: '/api/cards' },
  { method: 'GET', path: '/api/cards/:card', unknown: 'unknown_card' },
  { method: 'POST', path: '/api/cards/:card/link', body: { customerId: ':customer' }, unknown: 'unknown_card' },
  { method: 'POST', path: '/api/cards/:card/replace', body: { number: ':card', note: '' }, unknown: 'unknown_card' },
  { method: 'POST', path: '/api/cards/:card/block', body: { blocked: true, note: '' }, unknown: 'unknown_card' },
  { method: 'GET', path: '/api/programs' },
  { method: 'POST', path: '/api/programs', body: { draft: aDraft } },
  { method: 'POST', path: '/api/programs/check', body: { draft: aDraft } },
  { method: 'GET', path: '/api/programs/:program', unknown: 'unknown_program' },
  { method: 'PUT', path: '/api/programs/:program/draft', body: { draft: aDraft }, unknown: 'unknown_program' },
  { method: 'POST', path: '/api/programs/:program/publish', body: { effectiveAt: null }, unknown: 'unknown_program' },
  { method: 'POST', path: '/api/programs/:program/end', unknown: 'unknown_program' },
  { method: 'GET', path: '/api/customers/:customer/notes', unknown: 'unknown_customer' },
  {
    method: 'POST',
    path: '/api/cards/:card/notes',
    body: { day: '2026-01-31', text: 'Sphere −1.25' },
    unknown: 'unknown_card',
  },
  {
    method: 'PUT',
    path: '/api/notes/nte_nobodynobody',
    body: { day: '2026-01-31', text: 'Sphere −1.25', revision: 0 },
    unknown: 'unknown_note',
  },
  { method: 'POST', path: '/api/notes/nte_nobodynobody/remove', unknown: 'unknown_note' },
  { method: 'GET', path: '/api/club' },
  { method: 'GET', path: '/api/club/account' },
  { method: 'POST', path: '/api/club', body: { name: 'High street', guestPercent: '5' } },
  { method: 'PUT', path: '/api/club/rule', body: { guestPercent: '5' } },
  { method: 'POST', path: '/api/club/invitations' },
  { method: 'POST', path: '/api/club/invitations/:invitation/revoke', unknown: 'unknown_invitation' },
  { method: 'POST', path: '/api/club/members/nobody.myshopify.com/remove' },
  { method: 'POST', path: '/api/club/join', body: { code: 'AAAAA', guestPercent: '5' } },
  { method: 'POST', path: '/api/club/leave' },
  { method: 'GET', path: '/api/settings' },
  { method: 'PUT', path: '/api/settings', body: settings },
  { method: 'POST', path: '/api/settings/refresh' },
  { method: 'POST', path: '/api/settings/rotate-key' },
  { method: 'GET', path: '/api/inbox' },
  { method: 'GET', path: '/api/inbox/:delivery', unknown: 'unknown_delivery' },
  { method: 'POST', path: '/api/inbox/:delivery/replay', unknown: 'unknown_delivery' },
];

export const tillRoutes: readonly RouteUnderTest[] = [
  {
    method: 'POST',
    path: '/ext/cards/:card/notes',
    body: { day: '2026-01-31', text: 'Sphere −1.25' },
    unknown: 'unknown_card',
  },
  { method: 'GET', path: '/ext/cards/:card', unknown: 'unknown_card' },
  {
    method: 'POST',
    path: '/ext/cards/:card/hand-over',
    body: { customer: aCustomerForm },
    unknown: 'unknown_card',
  },
  {
    method: 'POST',
    path: '/ext/cards/:card/prize',
    body: { drawId: ':draw', lot: '00000-00000-00000-1' },
    unknown: 'unknown_card',
  },
  {
    method: 'POST',
    path: '/ext/rewards',
    body: {
      cardNumber: null,
      shopifyCustomerId: '1',
      lines: [{ id: 'a', quantity: 1, amountMinor: 19_999, productId: '7', isGiftCard: false }],
    },
  },
  {
    method: 'POST',
    path: '/ext/rewards/REG-2222-3333-4444-5555/confirm',
    body: { cardNumber: ':card', shopifyCustomerId: null },
    unknown: 'unknown_reward',
  },
  {
    method: 'POST',
    path: '/ext/quote',
    body: {
      cardNumber: null,
      shopifyCustomerId: '1',
      lines: [{ id: 'a', quantity: 1, amountMinor: 19_999, unitCostMinor: null, isGiftCard: false }],
    },
  },
];
