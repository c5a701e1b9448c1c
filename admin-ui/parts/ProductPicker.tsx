import { useEffect, useId, useRef, useState } from 'react';
import type { ProductView } from '../../shared/contract/product.ts';
import { Button, InlineError } from '../kit/controls.ts';
import { BlockStack, InlineStack } from '../kit/structure.ts';
import { Text } from '../kit/words.ts';
import { useText } from '../session/shop.tsx';
import { ChosenProduct } from './ChosenProduct.tsx';
import { Failed } from './Failed.tsx';
import { ProductDialog } from './ProductDialog.tsx';
import { useProductNames } from './useProductNames.ts';

type Props = {
  readonly label: string;
  readonly help?: string;
  /** Ids of the products as text, in the merchant's order; those that are gone stay until they are taken out. */
  readonly value: readonly string[];
  /** `seen`: products that the dialog showed, as far as it was asked; among them all that are new. */
  readonly onChange: (ids: readonly string[], seen: readonly ProductView[]) => void;
  /** The merchant is done with it for now: a fault may show. */
  readonly onLeave?: () => void;
  readonly max: number;
  /** What is wrong with it; empty when nothing is. */
  readonly error?: string;
};

/** A list of the shop's products: those chosen, a button beside each to take it out, and a dialog to choose more. */
export function ProductPicker({ label, help, value, onChange, onLeave, max, error = '' }: Props) {
  const words = useText().products;
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const names = useProductNames(value);
  const focusAt = useFocusAfterRemoval(id, value);
  const remove = (at: number) => {
    focusAt(at);
    onChange(
      value.filter((_, index) => index !== at),
      [],
    );
    onLeave?.();
  };
  const take = (ids: readonly string[], products: readonly ProductView[]) => {
    names.learn(products);
    onChange(ids, products);
    setIsOpen(false);
    onLeave?.();
  };
  const close = () => {
    setIsOpen(false);
    onLeave?.();
  };
  return (
    <fieldset id={id} className="kit-segments kit-picker" aria-describedby={`${id}Help`}>
      <legend>{label}</legend>
      <BlockStack gap="200">
        {names.failed !== null && <Failed thrown={names.failed} onRetry={names.again} />}
        {value.length > 0 && (
          <ul className="kit-plain" aria-label={words.list(label)}>
            {value.map((each, at) => (
              <ChosenProduct key={each} name={names.of(each)} id={each} onRemove={() => remove(at)} />
            ))}
          </ul>
        )}
        <InlineStack gap="300" blockAlign="center">
          <Button onClick={() => setIsOpen(true)}>{words.choose(max)}</Button>
          <Text as="span" tone="subdued">
            {value.length === 0 ? words.nothingChosen(max) : words.chosen(value.length, max)}
          </Text>
        </InlineStack>
        <div id={`${id}Help`}>
          {error !== '' && <InlineError message={error} fieldID={id} />}
          {help !== undefined && (
            <Text as="p" tone="subdued">
              {help}
            </Text>
          )}
        </div>
      </BlockStack>
      {isOpen && <ProductDialog title={label} value={value} max={max} onTake={take} onClose={close} />}
    </fieldset>
  );
}

/** The button that was pressed goes with its product: the keyboard goes on at the next one, or at the last button. */
function useFocusAfterRemoval(id: string, value: readonly string[]): (at: number) => void {
  const next = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the list has changed
  useEffect(() => {
    if (next.current === null) return;
    const buttons = document.getElementById(id)?.querySelectorAll('button') ?? [];
    buttons[Math.min(next.current, buttons.length - 1)]?.focus();
    next.current = null;
  }, [id, value]);
  return (at) => {
    next.current = at;
  };
}
