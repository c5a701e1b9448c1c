import { useToast } from '../kit/Toasts.tsx';
import { useText } from '../session/shop.tsx';
import { failureWords } from './failure-words.ts';

/** Says in a toast why a change was not made. */
export function useSayFailure(): (thrown: unknown) => void {
  const say = useToast();
  const text = useText();
  return (thrown) => {
    const { message, detail } = failureWords(thrown, text);
    say(detail === null ? message : `${message} ${detail}`, true);
  };
}
