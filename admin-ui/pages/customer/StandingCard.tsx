import type { StandingView } from '../../../shared/contract/api.ts';
import type { Format } from '../../../shared/text/format/format.ts';
import type { Text as Texts } from '../../../shared/text/text.ts';
import { BlockStack, Card, InlineStack } from '../../kit/structure.ts';
import { Percent } from '../../kit/Values.tsx';
import { Badge, ProgressBar, Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';
import { MarksProgress } from './MarksProgress.tsx';
import { ReferralProgress } from './ReferralProgress.tsx';
import { RewardsBadge, RewardsProgress } from './RewardsProgress.tsx';
import { StepUpProgress } from './StepUpProgress.tsx';

type Speaker = { readonly text: Texts; readonly format: Format };

/** One program of a customer: what the next purchase gets, why, and how far it is to the next level. */
export function StandingCard({ view }: { readonly view: StandingView }) {
  const { standing, programName } = view;
  const text = useText();
  const format = useFormat();
  const words = text.customer.standing;
  if (!standing.takesPart) {
    return (
      <Card>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {programName}
          </Text>
          <Text as="p" tone="subdued">
            {words.notPart}
          </Text>
        </BlockStack>
      </Card>
    );
  }
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {programName}
          </Text>
          {((standing.rewards === undefined && standing.marks === undefined) || standing.discountBp > 0) && (
            <Text as="span" variant="headingLg">
              <Percent bp={standing.discountBp} />
            </Text>
          )}
        </InlineStack>
        <InlineStack gap="200">
          <PlaceBadge view={view} />
          {standing.givenBp > 0 && <Badge tone="info">{words.given(format.percent(standing.givenBp))}</Badge>}
        </InlineStack>
        <Text as="p">
          {words.accumulated(format.money(standing.spentMinor), text.common.purchases(standing.purchases))}
        </Text>
        <Progress view={view} />
        {standing.rewards !== undefined && <RewardsProgress id={standing.programId} rewards={standing.rewards} />}
        {standing.marks !== undefined && view.mechanic.kind === 'marks' && (
          <MarksProgress id={standing.programId} marks={standing.marks} mechanic={view.mechanic} />
        )}
        {view.mechanic.kind === 'step_up' && <StepUpProgress standing={standing} mechanic={view.mechanic} />}
        {standing.referral !== undefined && <ReferralProgress referral={standing.referral} />}
        {[
          ...capWords(view, { text, format }),
          ...keptWords(view, { text, format }),
          ...timeWords(view, { text, format }),
        ].map((sentence) => (
          <Text key={sentence} as="p" tone="subdued">
            {sentence}
          </Text>
        ))}
      </BlockStack>
    </Card>
  );
}

/** What the next purchase gets at most, where there is a cap. */
const capWords = ({ standing: { capMinor } }: StandingView, { text, format }: Speaker): readonly string[] =>
  capMinor === undefined ? [] : [text.customer.standing.cap(format.money(capMinor))];

/** Where somebody stands among levels or steps; a fixed percentage has no places. */
function PlaceBadge({ view }: { readonly view: StandingView }) {
  const text = useText();
  const { standing, mechanic } = view;
  if (mechanic.kind === 'fixed') return null;
  if (standing.marks !== undefined) return <RewardsBadge ready={standing.marks.ready.length} />;
  if (standing.rewards !== undefined) return <RewardsBadge ready={standing.rewards.ready} />;
  const isBegun = mechanic.kind === 'levels' ? standing.level !== null : standing.position > 0;
  const words = mechanic.kind === 'levels' ? levelWords(view, text) : stepWords(view, text);
  return <Badge tone={isBegun ? 'success' : 'new'}>{words}</Badge>;
}

const stepWords = ({ standing }: StandingView, { customer }: Texts): string =>
  standing.position === 0 ? customer.standing.atStart : customer.standing.stepsUp(standing.position);

/** Which older version still counts for this holder, and until when. */
function keptWords({ standing: { version, kept } }: StandingView, { text, format }: Speaker) {
  if (kept === undefined) return [];
  const { inForce, rewardsBy, until } = kept;
  const words = text.customer.standing;
  const isApart = rewardsBy !== null && rewardsBy !== inForce && rewardsBy !== version;
  return [
    ...(version === inForce ? [] : [words.kept(version, inForce)]),
    ...(isApart ? [words.keptRewards(rewardsBy, inForce)] : []),
    ...(until === null ? [] : [words.keptUntil(format.dateTime(until))]),
  ];
}

/** When the window ends, and what time alone changes before. */
function timeWords({ standing }: StandingView, { text, format }: Speaker): readonly string[] {
  const { windowEndsAt, changesAt, rewards, marks } = standing;
  const isTold = [null, windowEndsAt, rewards?.lapsesAt, marks?.lapsesAt].includes(changesAt);
  const words = text.customer.standing;
  return [
    ...(changesAt === null || isTold ? [] : [words.changes(format.date(changesAt))]),
    ...(windowEndsAt === null ? [] : [words.windowEnds(format.date(windowEndsAt - 1))]),
  ];
}

function Progress({ view }: { readonly view: StandingView }) {
  const text = useText();
  const format = useFormat();
  const { next } = view.standing;
  if (next === null || view.mechanic.kind !== 'levels') return null;
  return (
    <BlockStack gap="100">
      <ProgressBar
        progress={shareDone(view)}
        size="small"
        tone="success"
        ariaLabelledBy={`next-${view.standing.programId}`}
      />
      <Text as="p" id={`next-${view.standing.programId}`} tone="subdued">
        {missingWords(view, { text, format })}
      </Text>
    </BlockStack>
  );
}

/** A level that was given no name is known by its number. */
function levelWords({ standing, levelName }: StandingView, { customer, program }: Texts): string {
  if (standing.level === null) return customer.standing.noLevel;
  return levelName ? customer.standing.level(levelName) : program.words.unnamedLevel(standing.level + 1);
}

/** How much of the way to the next level is behind, in whole percent; by money where money counts. */
function shareDone({ standing, mechanic }: StandingView): number {
  if (standing.next === null || mechanic.kind !== 'levels') return 100;
  const { missingSpentMinor, missingPurchases } = standing.next;
  const byMoney = missingSpentMinor > 0;
  const done = byMoney ? standing.spentMinor : standing.purchases;
  const whole = done + (byMoney ? missingSpentMinor : missingPurchases);
  return whole === 0 ? 0 : Math.floor((done * 100) / whole);
}

function missingWords(view: StandingView, { text, format }: Speaker): string {
  const words = text.customer.standing;
  const { next } = view.standing;
  if (next === null || view.mechanic.kind !== 'levels') return '';
  const { missingSpentMinor: spent, missingPurchases: purchases } = next;
  const level = view.nextLevelName || words.nextLevel;
  if (purchases === 0) return words.missingSpent(format.money(spent), level);
  if (spent === 0) return words.missingPurchases(purchases, level);
  return view.mechanic.reachedBy === 'any'
    ? words.missingEither(format.money(spent), purchases, level)
    : words.missingBoth(format.money(spent), purchases, level);
}
