import type { CustomerForm, CustomerView } from '../../../shared/contract/api.ts';
import { useEnterCustomer } from '../../api/useCustomersApi.ts';
import { useToast } from '../../kit/Toasts.tsx';
import { useValues } from '../../parts/useValues.ts';
import { useGo } from '../../route/useGo.ts';
import { useText } from '../../session/shop.tsx';
import { CustomerFormScreen } from './CustomerFormScreen.tsx';

const NOBODY: CustomerForm = {
  firstName: null,
  patronymic: null,
  surname: null,
  email: null,
  phone: null,
  birthDate: null,
  gender: null,
  address: null,
  language: null,
};

export function NewCustomerPage() {
  const { customer, common } = useText();
  const form = useValues(NOBODY);
  const enter = useEnterCustomer();
  const say = useToast();
  const go = useGo();
  const save = (letGo: () => void, onError: (thrown: unknown) => void) => {
    const done = (view: CustomerView) => {
      letGo();
      say(customer.created);
      go(`/customers/${view.id}`);
    };
    enter.mutate(form.values, { onSuccess: done, onError });
  };
  return (
    <CustomerFormScreen
      title={customer.newTitle}
      back={{ content: common.navigation.customers, url: '/customers' }}
      form={form}
      refused={enter.error}
      isBusy={enter.isPending}
      onSave={save}
    />
  );
}
