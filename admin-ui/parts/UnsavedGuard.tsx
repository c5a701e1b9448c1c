import { useEffect, useRef } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router-dom';
import { ConfirmDialog } from '../kit/ConfirmDialog.tsx';
import { Text } from '../kit/words.ts';
import { useText } from '../session/shop.tsx';

export type Unsaved = {
  /** Say it just before leaving on purpose, as after saving. */
  readonly letGo: () => void;
  readonly isHolding: () => boolean;
};

/** Whether leaving would lose something; read at the moment of leaving, so saving and going need no render between. */
export function useUnsaved(isChanged: boolean): Unsaved {
  const holding = useRef(isChanged);
  useEffect(() => {
    holding.current = isChanged;
  }, [isChanged]);
  const unsaved = useRef<Unsaved>({
    letGo: () => {
      holding.current = false;
    },
    isHolding: () => holding.current,
  });
  return unsaved.current;
}

/** Asks before a link, the back button or closing the window throws away what was typed. */
export function UnsavedGuard({ unsaved }: { readonly unsaved: Unsaved }) {
  const { leave } = useText().common;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved.isHolding() && currentLocation.pathname !== nextLocation.pathname,
  );
  useBeforeUnload((event) => {
    if (unsaved.isHolding()) event.preventDefault();
  });
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title={leave.title}
      confirmLabel={leave.confirm}
      cancelLabel={leave.cancel}
      isDestructive
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    >
      <Text as="p">{leave.message}</Text>
    </ConfirmDialog>
  );
}
