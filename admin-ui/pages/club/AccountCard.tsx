import { useState } from 'react';
import type { ClubAccountRowView, ClubAccountSumView, ClubAccountView } from '../../../shared/contract/club.ts';
import { createFormat, type Format } from '../../../shared/text/format/format.ts';
import { useClubAccount } from '../../api/useClub.ts';
import { Button, Select } from '../../kit/controls.ts';
import { type Column, DataList } from '../../kit/DataList.tsx';
import { BlockStack, InlineStack } from '../../kit/structure.ts';
import { None } from '../../kit/Values.tsx';
import { Spinner, Text } from '../../kit/words.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { useFormat, useShopView, useText } from '../../session/shop.tsx';
import { ClubSection } from './ClubSection.tsx';

/** What a month came to with each other shop, both ways; both merchants read the same figures. */
export function AccountCard() {
  const { club, common } = useText();
  const words = club.account;
  const [month, setMonth] = useState<string | null>(null);
  return (
    <ClubSection title={words.title} help={words.help}>
      <Loaded query={useClubAccount(month)} loading={<Spinner accessibilityLabel={common.loading} size="small" />}>
        {(account) => <Account account={account} onMonth={setMonth} />}
      </Loaded>
    </ClubSection>
  );
}

type Props = { readonly account: ClubAccountView; readonly onMonth: (month: string) => void };

function Account({ account, onMonth }: Props) {
  const words = useText().club.account;
  const columns: readonly [Column<ClubAccountRowView>, ...Column<ClubAccountRowView>[]] = [
    { id: 'shop', title: useText().club.members.shop, cell: ({ name }) => name },
    { id: 'here', title: words.here, cell: ({ here }) => <Here sum={here} /> },
    { id: 'there', title: words.there, cell: ({ there }) => <There sum={there} /> },
  ];
  return (
    <BlockStack gap="300">
      <InlineStack gap="300" blockAlign="end">
        <Select
          label={words.month}
          options={account.months.map((month) => ({ value: month, label: month }))}
          value={account.month}
          onChange={onMonth}
        />
        <Button onClick={() => window.print()}>{words.print}</Button>
      </InlineStack>
      {account.rows.length === 0 ? (
        <Text as="p" tone="subdued">
          {words.empty}
        </Text>
      ) : (
        <DataList label={words.title} rows={account.rows} columns={columns} keyOf={({ shop }) => shop} />
      )}
    </BlockStack>
  );
}

const Here = ({ sum }: { readonly sum: ClubAccountSumView }) => <Sum sum={sum} format={useFormat()} />;

/** Their figures are in their own money. */
function There({ sum }: { readonly sum: ClubAccountRowView['there'] }) {
  const { language } = useText();
  const { timeZone } = useShopView();
  if (sum.currency === '') return <None />;
  return <Sum sum={sum} format={createFormat({ language, currency: sum.currency, timeZone })} />;
}

function Sum({ sum, format }: { readonly sum: ClubAccountSumView; readonly format: Format }) {
  const words = useText().club.account;
  if (sum.purchases === 0 && sum.amountMinor === 0 && sum.discountMinor === 0) return <None />;
  const { purchases, amountMinor, discountMinor } = sum;
  const parts = [
    words.purchases(purchases),
    words.goods(format.money(amountMinor)),
    words.discount(format.money(discountMinor)),
  ];
  return <span className="kit-value">{parts.join(', ')}</span>;
}
