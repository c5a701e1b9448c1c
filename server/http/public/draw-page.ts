import type { Draw } from '../../../shared/domain/draw/draw.ts';
import { drawWords } from '../../../shared/text/draw-words.ts';
import { createFormat, type Format } from '../../../shared/text/format/format.ts';
import { type Text, textOf } from '../../../shared/text/text.ts';
import { DRAW_STYLE } from './draw-style.ts';

type Shown = {
  readonly draw: Draw;
  readonly shopName: string;
  readonly language: string;
  readonly programName: string | null;
  readonly levelName: string | null;
};

type Words = Text['draws']['page'];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const fact = (title: string, value: string, isCode = false): string =>
  `<dt>${escaped(title)}</dt><dd>${isCode ? `<code>${escaped(value)}</code>` : escaped(value)}</dd>`;

const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

const part = (title: string, body: string): string => `<section><h2>${escaped(title)}</h2>${body}</section>`;

function proof({ commitment, closed, drawn }: Draw, words: Words, { count, dateTime }: Format): string {
  const facts = [
    fact(words.commitment, commitment, true),
    ...(closed === null
      ? []
      : [
          fact(words.closedAt, dateTime(closed.at)),
          fact(words.lots, count(closed.lots)),
          fact(words.listHash, closed.listHash, true),
        ]),
    ...(drawn === null ? [] : [fact(words.drawnAt, dateTime(drawn.at)), fact(words.seed, drawn.seed, true)]),
  ];
  return `<dl>${facts.join('')}</dl>`;
}

function winners({ drawn, terms }: Draw): string {
  const won = (drawn?.winners ?? []).map(({ prize, lot }) => {
    return `<code>${escaped(lot)}</code> ${escaped(terms.prizes[prize]?.name ?? '')}`;
  });
  return list(won);
}

/** The public page of a draw as a whole document, without script and without anybody's name. */
export function drawPage({ draw, shopName, language, ...names }: Shown): string {
  const { terms, id, state, drawn } = draw;
  const text = textOf(language);
  const format = createFormat({ language: text.language, currency: terms.currency, timeZone: terms.timeZone });
  const words = text.draws.page;
  const prizes = terms.prizes.map(({ name, count }) => escaped(text.draws.prize(count, name)));
  const rule = drawWords({ terms, ...names }, { text, format }).map((sentence) => `<p>${escaped(sentence)}</p>`);
  const check = `<ol>${words.steps.map((step) => `<li>${escaped(step)}</li>`).join('')}</ol>`;
  const body = [
    `<p class="shop">${escaped(shopName)}</p><h1>${escaped(terms.name)}</h1>`,
    `<p class="state ${state}">${escaped(words.states[state](format.dateTime(terms.closesAt)))}</p>`,
    ...(drawn === null ? [] : [part(words.winners, winners(draw))]),
    part(words.prizes, list(prizes)),
    part(words.rule, rule.join('')),
    part(words.proof, `<p>${escaped(words.proofHelp)}</p>${proof(draw, words, format)}`),
    part(words.check, `${check}<p><a href="${id}/draw.json" download>${escaped(words.download)}</a></p>`),
  ];
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`;
  const title = `<title>${escaped(`${terms.name} – ${shopName}`)}</title><style>${DRAW_STYLE}</style>`;
  const main = `<body><main>${body.join('')}</main></body>`;
  return `<!doctype html><html lang="${text.language}"><head>${head}${title}</head>${main}</html>\n`;
}
