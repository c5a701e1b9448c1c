import { formatPercent } from '../../../shared/domain/money/percent.ts';
import { type Html, html } from '../pages/html.ts';
import { moneyText } from '../pages/words.ts';
import type { ShopState } from '../world/state.ts';
import type { QuotedSale } from './quote-sale.ts';
import { tillPath } from './till-path.ts';

type Reward = QuotedSale['rewards']['rewards'][number];

const wordsOf = ({ gives }: Reward): string =>
  gives.kind === 'percent'
    ? `${formatPercent(gives.discountBp)} off this purchase, once`
    : `${gives.title ?? 'A gift'} for nothing, once`;

/** What the holder may use once: the code that is on the sale, and the others a touch away. */
export function rewardPanel(state: ShopState, { rewards: { rewards, code } }: QuotedSale): Html | null {
  if (rewards.length === 0) return null;
  const rows = rewards.map((reward) => rewardRow(state, reward, code));
  return html`<div class="holder rewards"><strong>Rewards</strong>${rows}</div>`;
}

function rewardRow(state: ShopState, reward: Reward, used: string | null): Html {
  const { code, worthMinor, gives } = reward;
  const isUsed = code === used;
  const worth = moneyText(worthMinor, state.facts.currency);
  const why = gives.kind === 'gift' ? 'not among the goods' : 'no more than the card gives';
  const path = tillPath(state);
  return html`<form method="post" action="${path}/reward" class="standing row between"><span>${wordsOf(reward)}
<span class="soft small">${isUsed || worthMinor > 0 ? `saves ${worth}` : why}</span></span>
${
  isUsed
    ? html`<input type="hidden" name="code" value=""><span class="row"><span class="tag good">Used</span>
<button class="plain">Keep for later<span class="hidden">: ${wordsOf(reward)}</span></button></span>`
    : worthMinor > 0
      ? html`<input type="hidden" name="code" value="${code}"><button>Use<span
class="hidden">: ${wordsOf(reward)}</span></button>`
      : ''
}</form>`;
}
