import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CustomerListView } from '../../shared/contract/api.ts';
import { read } from './client.ts';
import { keys } from './keys.ts';

export type CustomersQuery = {
  readonly search: string;
  readonly states: readonly string[];
  readonly has: string | null;
  readonly order: string;
  readonly after: string | null;
  readonly max: number;
};

/**
 * One page of customers. The page before stays on screen until the next has come; an overtaken request is cancelled.
 */
export const useCustomers = (query: CustomersQuery) =>
  useQuery({
    queryKey: [...keys.customers, query],
    queryFn: ({ signal }) => read<CustomerListView>('/api/customers', query, signal),
    placeholderData: keepPreviousData,
  });

/** A few customers for a picker; asks only once something was typed. */
export const useCustomersFound = (search: string) =>
  useQuery({
    queryKey: [...keys.customers, 'found', search],
    queryFn: ({ signal }) => read<CustomerListView>('/api/customers', { search, max: 8 }, signal),
    placeholderData: keepPreviousData,
    enabled: search.trim() !== '',
  });
