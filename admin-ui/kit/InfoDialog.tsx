import { BlockStack, Modal } from '@shopify/polaris';
import type { ReactElement, ReactNode } from 'react';

type Props = {
  /** The button that opens it: it stays where it is, and has the keyboard again when the dialog has closed. */
  readonly activator: ReactElement;
  readonly open: boolean;
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Something to read over the page, and nothing to do; Escape, the cross and the button close it. */
export const InfoDialog = ({ activator, open, title, closeLabel, onClose, children }: Props) => (
  <Modal
    activator={activator}
    open={open}
    onClose={onClose}
    title={title}
    secondaryActions={[{ content: closeLabel, onAction: onClose }]}
  >
    <Modal.Section>
      <BlockStack gap="500">{children}</BlockStack>
    </Modal.Section>
  </Modal>
);
