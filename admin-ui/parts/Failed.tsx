import { FailedState } from '../kit/FailedState.tsx';
import { useText } from '../session/shop.tsx';
import { failureWords } from './failure-words.ts';

type Props = { readonly thrown: unknown; readonly onRetry: () => void };

/** A reading that failed, with a button to try again. */
export function Failed({ thrown, onRetry }: Props) {
  const text = useText();
  const { failed, retry } = text.common;
  return <FailedState title={failed.title} {...failureWords(thrown, text)} retryLabel={retry} onRetry={onRetry} />;
}
