import { useState } from 'react';
import type { ProductView } from '../../shared/contract/product.ts';
import { useProductsFound } from '../api/useProducts.ts';
import { ConfirmDialog } from '../kit/ConfirmDialog.tsx';
import { Button, Checkbox, TextField } from '../kit/controls.ts';
import { InlineStack } from '../kit/structure.ts';
import { Spinner, Text } from '../kit/words.ts';
import { useDebounced } from '../route/useDebounced.ts';
import { useText } from '../session/shop.tsx';
import { Loaded } from './Loaded.tsx';
import { ProductPicture, ProductWords } from './ProductWords.tsx';

type Props = {
  readonly title: string;
  readonly value: readonly string[];
  readonly max: number;
  /** The list as it shall be: of those before the ones still wanted, in their order, then the new ones as picked. */
  readonly onTake: (ids: readonly string[], seen: readonly ProductView[]) => void;
  readonly onClose: () => void;
};

const WAIT_MS = 300;

/** Finds products as one types; a tick takes one in or out, and nothing is changed before the button says so. */
export function ProductDialog({ title, value, max, onTake, onClose }: Props) {
  const { products, common } = useText();
  const words = products.dialog;
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState(value);
  const [seen, setSeen] = useState<readonly ProductView[]>([]);
  const search = useDebounced(typed.trim(), WAIT_MS);
  const found = useProductsFound(search);
  const isFull = picked.length >= max;
  const toggle = (product: ProductView, isIn: boolean) => {
    setPicked((before) => (isIn ? [...before, product.id] : before.filter((id) => id !== product.id)));
    setSeen((before) => [...before, product]);
  };
  return (
    <ConfirmDialog
      open
      title={title}
      confirmLabel={words.confirm}
      cancelLabel={common.cancel}
      onConfirm={() => onTake(picked, seen)}
      onClose={onClose}
    >
      <TextField
        label={words.search}
        placeholder={words.placeholder}
        type="search"
        value={typed}
        onChange={setTyped}
        loading={found.isFetching}
        maxLength={100}
        autoComplete="off"
        autoFocus
      />
      <div aria-live="polite">
        <Text as="p" tone="subdued">
          {isFull ? words.full(max) : words.count(picked.length, max)}
        </Text>
      </div>
      <Loaded query={found} loading={<Loading label={common.loading} />}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.products);
          if (rows.length === 0) return <Nothing search={search} />;
          return <Rows rows={rows} picked={picked} isFull={isFull} onToggle={toggle} />;
        }}
      </Loaded>
      {found.hasNextPage && (
        <InlineStack align="center">
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {common.more}
          </Button>
        </InlineStack>
      )}
    </ConfirmDialog>
  );
}

const Loading = ({ label }: { readonly label: string }) => (
  <InlineStack align="center">
    <Spinner size="small" accessibilityLabel={label} />
  </InlineStack>
);

function Nothing({ search }: { readonly search: string }) {
  const words = useText().products.dialog;
  return (
    <Text as="p" tone="subdued">
      {search === '' ? words.noProducts : words.nothingFound(search)}
    </Text>
  );
}

type RowsProps = {
  readonly rows: readonly ProductView[];
  readonly picked: readonly string[];
  readonly isFull: boolean;
  readonly onToggle: (product: ProductView, isIn: boolean) => void;
};

function Rows({ rows, picked, isFull, onToggle }: RowsProps) {
  const { found } = useText().products.dialog;
  return (
    <ul className="kit-plain" aria-label={found}>
      {rows.map((product) => {
        const isIn = picked.includes(product.id);
        return (
          <li key={product.id} className="kit-pickable">
            <Checkbox
              label={<Whole product={product} />}
              checked={isIn}
              disabled={isFull && !isIn}
              onChange={(isWanted) => onToggle(product, isWanted)}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** All of it is the label, so a click anywhere on it counts. */
const Whole = ({ product }: { readonly product: ProductView }) => (
  <span className="kit-picked">
    <ProductPicture product={product} />
    <ProductWords product={product} />
  </span>
);
