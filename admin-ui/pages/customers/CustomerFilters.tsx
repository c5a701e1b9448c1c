import { Select, TextField } from '../../kit/controls.ts';
import { Icon } from '../../kit/Icon.ts';
import { SearchIcon } from '../../kit/icons.ts';
import { Box, InlineGrid } from '../../kit/structure.ts';
import { useText } from '../../session/shop.tsx';
import type { useCustomersQuery } from './useCustomersQuery.ts';

type Props = { readonly list: ReturnType<typeof useCustomersQuery> };

export function CustomerFilters({ list }: Props) {
  const { customers } = useText();
  const { query, typed, setTyped, set } = list;
  const options = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }));
  const { any, ...has } = customers.has;
  return (
    <Box padding="300">
      <InlineGrid columns={{ xs: 1, md: ['twoThirds', 'oneThird'] }} gap="300">
        <TextField
          label={customers.searchLabel}
          labelHidden
          type="search"
          placeholder={customers.searchPlaceholder}
          prefix={<Icon source={SearchIcon} />}
          value={typed}
          onChange={setTyped}
          clearButton
          onClearButtonClick={() => setTyped('')}
          autoComplete="off"
        />
        <Select
          label={customers.order}
          labelInline
          options={options(customers.orders)}
          value={query.order}
          onChange={(order) => set('order', order === 'newest' ? '' : order)}
        />
        <InlineGrid columns={2} gap="300">
          <Select
            label={customers.filterState}
            labelInline
            options={[{ value: '', label: customers.allStates }, ...options(withoutGone(customers.states))]}
            value={query.states.length === 1 ? (query.states[0] ?? '') : ''}
            onChange={(state) => set('states', state)}
          />
          <Select
            label={customers.filterHas}
            labelInline
            options={[{ value: '', label: any }, ...options(has)]}
            value={query.has ?? ''}
            onChange={(chosen) => set('has', chosen)}
          />
        </InlineGrid>
      </InlineGrid>
    </Box>
  );
}

/** Merged and erased customers are reached by old links only. */
function withoutGone({ entered, check, archived }: Readonly<Record<'entered' | 'check' | 'archived', string>>) {
  return { entered, check, archived };
}
