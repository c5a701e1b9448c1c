import { useParams } from 'react-router-dom';
import type { CustomerView } from '../../../shared/contract/api.ts';
import { useCustomer } from '../../api/useCustomer.ts';
import { useCorrectCustomer } from '../../api/useCustomersApi.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { ScreenOf } from '../../parts/ScreenOf.tsx';
import { useValues } from '../../parts/useValues.ts';
import { useGo } from '../../route/useGo.ts';
import { useText } from '../../session/shop.tsx';
import { CustomerFormScreen } from './CustomerFormScreen.tsx';

export function EditCustomerPage() {
  const { id = '' } = useParams();
  const { customer, common } = useText();
  return (
    <ScreenOf
      title={customer.editTitle}
      back={{ content: common.customer, url: `/customers/${id}` }}
      query={useCustomer(id)}
    >
      {(view) => <EditCustomer view={view} />}
    </ScreenOf>
  );
}

/** Sends the revision that was seen, so that of two who correct at once neither overwrites the other unnoticed. */
function EditCustomer({ view }: { readonly view: CustomerView }) {
  const { customer, common } = useText();
  const form = useValues(view.details);
  const correct = useCorrectCustomer(view.id);
  const say = useToast();
  const go = useGo();
  const save = (letGo: () => void, onError: (thrown: unknown) => void) => {
    const done = () => {
      letGo();
      say(customer.saved);
      go(`/customers/${view.id}`);
    };
    correct.mutate({ revision: view.revision, details: form.values }, { onSuccess: done, onError });
  };
  return (
    <CustomerFormScreen
      title={customer.editTitle}
      back={{ content: view.name === '' ? common.customer : view.name, url: `/customers/${view.id}` }}
      form={form}
      refused={correct.error}
      isBusy={correct.isPending}
      onSave={save}
    />
  );
}
