import type { CustomerView } from '../../../shared/contract/api.ts';
import { type Fact, Facts } from '../../kit/Facts.tsx';
import { BlockStack, Card } from '../../kit/structure.ts';
import { DateTime } from '../../kit/Values.tsx';
import { Text } from '../../kit/words.ts';
import { useFormat, useText } from '../../session/shop.tsx';

/** Who it is; details not known are left out. */
export function DetailsCard({ view }: { readonly view: CustomerView }) {
  const { customer } = useText();
  const { details } = view;
  const words = customer.fields;
  const format = useFormat();
  const known = (title: string, value: string | null): readonly Fact[] => (value === null ? [] : [{ title, value }]);
  const shopify = view.shopifyCustomerIds;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {customer.details}
        </Text>
        <Facts
          facts={[
            ...known(words.email, details.email),
            ...known(words.phone, details.phone),
            ...known(words.birthDate, details.birthDate === null ? null : format.day(details.birthDate)),
            ...known(words.gender, details.gender === null ? null : customer.genders[details.gender]),
            ...known(words.address, details.address),
            ...known(words.language, details.language === null ? null : format.language(details.language)),
            { title: customer.consent.label, value: <Consent view={view} /> },
            { title: customer.shopify, value: shopify.length === 0 ? customer.noShopify : shopify.join(', ') },
            ...known(customer.foreign, view.foreignId),
            { title: customer.since, value: <DateTime at={view.createdAt} /> },
          ]}
        />
      </BlockStack>
    </Card>
  );
}

function Consent({ view }: { readonly view: CustomerView }) {
  const { consent } = useText().customer;
  const format = useFormat();
  const words: Readonly<Record<string, unknown>> = consent;
  const known = words[view.emailConsent.state];
  const state = typeof known === 'string' ? known : consent.unknown;
  return <>{view.emailConsent.at === null ? state : consent.at(state, format.date(view.emailConsent.at))}</>;
}
