import { ContextualSaveBar } from '@shopify/polaris';

type Props = {
  readonly message: string;
  readonly saveLabel: string;
  readonly discardLabel: string;
  readonly isBusy: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
};

/** Stands on top of the page while something has not been saved. */
export const SaveBar = ({ message, saveLabel, discardLabel, isBusy, onSave, onDiscard }: Props) => (
  <ContextualSaveBar
    message={message}
    alignContentFlush
    saveAction={{ content: saveLabel, loading: isBusy, onAction: onSave }}
    discardAction={{ content: discardLabel, disabled: isBusy, onAction: onDiscard }}
  />
);
