import { Button, ButtonGroup } from '@shopify/polaris';

type Props = {
  readonly label: string;
  readonly segments: readonly { readonly id: string; readonly title: string }[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
};

/** A choice of two or three that shows at once. */
export const Segments = ({ label, segments, selected, onSelect }: Props) => (
  <div className="kit-loose">
    <fieldset className="kit-segments" aria-label={label}>
      <ButtonGroup variant="segmented">
        {segments.map(({ id, title }) => (
          <Button key={id} pressed={id === selected} onClick={() => onSelect(id)}>
            {title}
          </Button>
        ))}
      </ButtonGroup>
    </fieldset>
  </div>
);
