import { BlockStack, Modal } from '@shopify/polaris';
import { type ReactNode, useEffect, useRef } from 'react';

type Props = {
  readonly open: boolean;
  readonly title: string;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly isDestructive?: boolean;
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * Asks before something is done, or takes a short form; Escape and the cross mean no. Focus returns to where it was.
 */
export function ConfirmDialog(props: Props) {
  useReturningFocus(props.open);
  return (
    <Modal
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      primaryAction={{
        content: props.confirmLabel,
        destructive: props.isDestructive ?? false,
        loading: props.isBusy ?? false,
        disabled: props.isDisabled ?? false,
        onAction: props.onConfirm,
      }}
      secondaryActions={[{ content: props.cancelLabel, onAction: props.onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">{props.children}</BlockStack>
      </Modal.Section>
    </Modal>
  );
}

/**
 * Whoever had the keyboard gets it back, also where the dialog is not closed but taken away whole. Who that is must be
 * asked while drawing: once drawn, the dialog has it.
 */
function useReturningFocus(open: boolean): void {
  const before = useRef<Element | null>(null);
  if (open) before.current ??= document.activeElement;
  useEffect(() => {
    if (!open) return;
    return () => {
      const opener = before.current;
      before.current = null;
      requestAnimationFrame(() => {
        if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
      });
    };
  }, [open]);
}
