import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  ArchiveForm,
  CorrectCustomerForm,
  CustomerForm,
  CustomerView,
  GiveLevelForm,
} from '../../shared/contract/api.ts';
import { change } from './client.ts';
import { keys } from './keys.ts';

const pathOf = (id: string) => `/api/customers/${encodeURIComponent(id)}`;

export function useEnterCustomer() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: CustomerForm) => change<CustomerView>('POST', '/api/customers', form),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.customers }),
  });
}

/** A refused change reads the customer again too, because somebody may have been quicker. */
function useCustomerChange<Form>(id: string, send: (form: Form) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: keys.customer(id) });
      await queries.invalidateQueries({ queryKey: keys.customers });
    },
  });
}

export const useCorrectCustomer = (id: string) =>
  useCustomerChange(id, (form: CorrectCustomerForm) => change<CustomerView>('PUT', pathOf(id), form));

export const useArchiveCustomer = (id: string) =>
  useCustomerChange(id, (form: ArchiveForm) => change<CustomerView>('POST', `${pathOf(id)}/archive`, form));

export const useGiveLevel = (id: string) =>
  useCustomerChange(id, (form: GiveLevelForm) => change<CustomerView>('POST', `${pathOf(id)}/level`, form));
