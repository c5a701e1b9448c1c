import { cards } from './en/cards.ts';
import { club } from './en/club.ts';
import { common } from './en/common.ts';
import { customer } from './en/customer.ts';
import { customers } from './en/customers.ts';
import { draws } from './en/draws.ts';
import { explanation } from './en/explanation.ts';
import { faults } from './en/faults.ts';
import { home } from './en/home.ts';
import { importOrders } from './en/import-orders.ts';
import { inbox } from './en/inbox.ts';
import { journal } from './en/journal.ts';
import { notes } from './en/notes.ts';
import { products } from './en/products.ts';
import { program } from './en/program.ts';
import { programs } from './en/programs.ts';
import { quoteWhy } from './en/quote-why.ts';
import { refusals } from './en/refusals.ts';
import { settings } from './en/settings.ts';
import { simulation } from './en/simulation.ts';
import { simulations } from './en/simulations.ts';
import { verifyDraw } from './en/verify-draw.ts';

/** English, the language the others are translated from; one file per screen. */
export const en = {
  language: 'en',
  common,
  refusals,
  faults,
  home,
  customers,
  customer,
  journal,
  explanation,
  quoteWhy,
  programs,
  program,
  products,
  cards,
  draws,
  club,
  notes,
  settings,
  inbox,
  importOrders,
  simulation,
  simulations,
  verifyDraw,
};
