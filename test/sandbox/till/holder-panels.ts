import type { StandingView } from '../../../shared/contract/api.ts';
import type { NotesView } from '../../../shared/contract/note.ts';
import type { TillCardView, WonView } from '../../../shared/contract/till.ts';
import { formatPercent } from '../../../shared/domain/money/percent.ts';
import type { MarkStanding } from '../../../shared/domain/standing/standing.ts';
import { en } from '../../../shared/text/en.ts';
import { type Html, html } from '../pages/html.ts';
import { counted, moneyText } from '../pages/words.ts';
import type { ShopState } from '../world/state.ts';
import { tillPath } from './till-path.ts';
import type { Sale } from './till-sale.ts';

/** Where a scanner types: it has the focus, and Enter sends it. */
export const scanPanel = (
  state: ShopState,
): Html => html`<form method="post" action="${tillPath(state)}/scan" class="row end scan">
<label>Card number<input name="number" data-scan autofocus autocomplete="off" inputmode="numeric"
placeholder="Scan or type" maxlength="40"></label>
<button class="main">Look up</button></form>`;

/** Whose card it is, and what is owed: level, progress, discount. */
export function cardPanel(state: ShopState, { card }: Sale): Html | null {
  if (card === null) return null;
  return html`<div class="holder card-on"><div
class="row between"><strong>${whoseCard(card)}</strong>
<form method="post" action="${tillPath(state)}/no-card"><button class="plain">Take off<span
class="hidden"> the card</span></button></form></div>
<p class="soft small"><span class="mono">${spaced(card.number)}</span> · ${card.programName}</p>
${card.club === null ? '' : guestRow(card.club.discountBp)}
${card.standings.map((view) => standingRow(state, view))}
${card.prizes.map((won) => prizeRow(state, won))}
${card.notes === null ? '' : notesPart(state, card.notes)}</div>`;
}

const guestRow = (discountBp: number): Html => html`<p class="standing row between"><span>Guest of the club</span>
<span class="tag good">${formatPercent(discountBp)}</span></p>`;

/** Of a card of another shop of the club nothing is known here but which shop's it is. */
const whoseCard = ({ club, customerName }: TillCardView): string =>
  club === null ? (customerName ?? 'Holder without a name') : `Card of ${club.shopName}`;

/** What was written on the holder's cards, the newest first, and a field for today's. */
const notesPart = (state: ShopState, { label, cardNumber, notes }: NotesView): Html => html`<section
class="standing stack tight" aria-label="${label}"><strong>${label}</strong>
${notes.length === 0 ? html`<p class="soft small">${en.notes.none}</p>` : ''}
${notes.map(({ day, text }) => html`<p class="small"><span class="soft">${day}</span> ${text}</p>`)}
${
  cardNumber === null
    ? ''
    : html`<form method="post" action="${tillPath(state)}/note" class="row end"><label>${en.notes.text}<input
name="text" maxlength="2000" autocomplete="off" required></label><button>${en.notes.add}</button></form>`
}</section>`;

/** A prize that waits for its winner, who stands here. */
const prizeRow = (state: ShopState, { drawId, draw, prize, lot }: WonView): Html => html`<form
method="post" action="${tillPath(state)}/prize" class="standing row between"><span>Won “${prize}”
<span class="soft small">in “${draw}”, lot <span class="mono">${lot}</span></span></span>
<input type="hidden" name="draw" value="${drawId}"><input type="hidden" name="lot" value="${lot}">
<button>Hand over<span class="hidden"> ${prize}</span></button></form>`;

const spaced = (number: string): string => `${number.slice(0, 1)} ${number.slice(1, 7)} ${number.slice(7)}`;

function standingRow(state: ShopState, view: StandingView): Html {
  const { standing, mechanic, programName, levelName, nextLevelName } = view;
  const money = (minor: number) => moneyText(minor, state.facts.currency);
  const { next, rewards } = standing;
  const { marks } = standing;
  const ready = marks?.ready.length ?? rewards?.ready;
  const owed = ready === undefined ? formatPercent(standing.discountBp) : counted(ready, 'reward');
  const isKept = standing.kept !== undefined && standing.kept.inForce !== standing.version;
  return html`<div class="standing"><div class="row between"><span>${levelName ?? programName}</span>
<span class="tag good">${owed}</span></div>
${isKept ? html`<p class="soft small">Keeps version ${String(standing.version)}</p>` : ''}
${
  rewards === undefined
    ? ''
    : html`<p class="soft small">${rewards.progress} of ${rewards.after} items towards the next reward${
        rewards.ready > 0 ? `; ready: ${rewards.readyMinor.map(money).join(', ')}` : ''
      }${rewards.deficit > 0 ? `; ${counted(rewards.deficit, 'item')} missing` : ''}</p>`
}
${marks === undefined ? '' : marksRow(marks)}
${
  next === null
    ? html`<p class="soft small">${money(standing.spentMinor)} in ${counted(standing.purchases, 'purchase')}${
        mechanic.kind === 'step_up' ? `, ${counted(standing.position, 'step')} up` : ''
      }</p>`
    : html`<progress max="${standing.spentMinor + next.missingSpentMinor || 1}"
value="${standing.spentMinor}">${standing.spentMinor}</progress>
<p class="soft small">${money(next.missingSpentMinor)} to go to ${nextLevelName ?? 'the next level'}</p>`
}</div>`;
}

const marksRow = ({ set, deficit }: MarkStanding): Html =>
  html`<p class="soft small">${counted(set, 'mark')} on the card${
    deficit > 0 ? `; ${counted(deficit, 'mark')} missing` : ''
  }</p>`;

/** The short questionnaire of a card that is about to be handed over. */
export const questionnairePanel = (state: ShopState, blank: TillCardView): Html => html`<div class="holder stack tight">
<p><strong>A blank card of ${blank.programName}</strong> <span class="mono small">${spaced(blank.number)}</span></p>
<form method="post" action="${tillPath(state)}/hand-over" class="stack tight"><div class="fields">
<label>First name<input name="firstName" autofocus required maxlength="80" autocomplete="off"></label>
<label>Surname<input name="surname" required maxlength="80" autocomplete="off"></label>
<label>Phone<input name="phone" type="tel" maxlength="40" autocomplete="off"></label>
<label>E-mail<input name="email" type="email" maxlength="120" autocomplete="off"></label>
<label>Birthday<input name="birthDate" type="date"></label></div>
<button class="main wide">Hand it over</button></form>
<form method="post" action="${tillPath(state)}/no-card"><button class="plain">Not now</button></form></div>`;
