/** Names under which answers are kept. What a change touches is forgotten by the beginning of its name. */
export const keys = {
  shop: ['shop'],
  home: ['home'],
  imports: ['imports'],
  customers: ['customers'],
  customer: (id: string) => ['customer', id],
  programs: ['programs'],
  program: (id: string) => ['program', id],
  programCheck: ['program-check'],
  series: ['series'],
  cards: ['cards'],
  card: (number: string) => ['card', number],
  settings: ['settings'],
  inbox: ['inbox'],
  delivery: (id: string) => ['delivery', id],
} as const;
