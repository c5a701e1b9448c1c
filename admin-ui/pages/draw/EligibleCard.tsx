import type { Eligible } from '../../../shared/domain/draw/draw.ts';
import { BlockStack, Card } from '../../kit/structure.ts';
import { Text } from '../../kit/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { useFormat, useText } from '../../session/shop.tsx';
import type { DrawForm } from './useDrawForm.ts';

/** How many the draw would be among if it closed now, as one types. */
export function EligibleCard({ form }: { readonly form: DrawForm }) {
  const words = useText().draws.form.eligible;
  const { eligible, checkFailed, isChecking, checkAgain } = form;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {words.title}
        </Text>
        <div aria-live="polite" aria-busy={isChecking}>
          {checkFailed !== null && !isChecking && <Failed thrown={checkFailed} onRetry={checkAgain} />}
          {eligible !== null && <Count eligible={eligible} />}
          {eligible === null && checkFailed === null && (
            <Text as="p" tone="subdued">
              {isChecking ? words.counting : words.faults}
            </Text>
          )}
        </div>
      </BlockStack>
    </Card>
  );
}

/** Where not everybody was looked at, what the sample comes to for all. */
function Count({ eligible }: { readonly eligible: Eligible }) {
  const words = useText().draws.form.eligible;
  const { count } = useFormat();
  const { holders, lots, looked, customers } = eligible;
  const isWhole = looked >= customers;
  const forAll = (part: number) => (isWhole || looked === 0 ? part : Math.round((part * customers) / looked));
  return (
    <BlockStack gap="100">
      <Text as="p" variant="headingXl">
        {words.holders(`${isWhole ? '' : '≈ '}${count(forAll(holders))}`, forAll(holders))}
      </Text>
      {lots !== holders && <Text as="p">{words.lots(count(forAll(lots)))}</Text>}
      {!isWhole && (
        <Text as="p" tone="subdued">
          {words.estimate(count(looked), count(customers))}
        </Text>
      )}
    </BlockStack>
  );
}
