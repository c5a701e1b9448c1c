import { useState } from 'react';
import { Button, Form, TextField } from '../kit/controls.ts';
import { useText } from '../session/shop.tsx';
import { failureWords } from './failure-words.ts';

type Props = {
  readonly label: string;
  readonly help: string;
  readonly action: string;
  readonly isBusy: boolean;
  /** Why the last number was refused, or null. */
  readonly refused: unknown;
  readonly autoFocus?: boolean;
  readonly onNumber: (number: string, clear: () => void) => void;
};

/** Takes a card number from fingers or a scanner, which types the digits and presses Enter. */
export function CardNumberField({ label, help, action, isBusy, refused, autoFocus = false, onNumber }: Props) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [isTouched, setIsTouched] = useState(false);
  const number = typed.replace(/[\s-]/g, '');
  const send = () => {
    setIsTouched(false);
    if (number !== '' && !isBusy) onNumber(number, () => setTyped(''));
  };
  const fault = refused === null || isTouched ? '' : failureWords(refused, text).message;
  return (
    <Form onSubmit={send}>
      <TextField
        label={label}
        helpText={help}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setIsTouched(true);
        }}
        inputMode="numeric"
        maxLength={24}
        autoComplete="off"
        autoFocus={autoFocus}
        error={fault}
        connectedRight={
          <Button submit loading={isBusy} disabled={number === ''}>
            {action}
          </Button>
        }
      />
    </Form>
  );
}
