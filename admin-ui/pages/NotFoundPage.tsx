import { Button } from '../kit/controls.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Screen } from '../kit/Screen.tsx';
import { useText } from '../session/shop.tsx';

export function NotFoundPage() {
  const { notFound } = useText().common;
  return (
    <Screen title={notFound.title}>
      <EmptyState title={notFound.title} message={notFound.message}>
        <Button url="/">{notFound.home}</Button>
      </EmptyState>
    </Screen>
  );
}
