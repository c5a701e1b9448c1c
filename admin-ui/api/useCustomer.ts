import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type {
  CardView,
  CustomerView,
  ExplanationView,
  JournalView,
  PurchaseListView,
} from '../../shared/contract/api.ts';
import type { CartForm, QuoteWhyView } from '../../shared/contract/quote.ts';
import { read } from './client.ts';
import { keys } from './keys.ts';

/** A cart as of now, of an earlier instant, or of an old quote by its reference. */
export type AskedQuote = {
  readonly cart: CartForm;
  readonly at: number | null;
  readonly reference: string;
  readonly channel: 'web' | 'till';
  /** Of a till, as Shopify numbers it; empty: at none that is known. */
  readonly location: string;
};

const pathOf = (id: string) => `/api/customers/${encodeURIComponent(id)}`;

export const useCustomer = (id: string) =>
  useQuery({ queryKey: keys.customer(id), queryFn: ({ signal }) => read<CustomerView>(pathOf(id), {}, signal) });

/** Newest first, page by page. */
export const usePurchases = (id: string) =>
  useInfiniteQuery({
    queryKey: [...keys.customer(id), 'purchases'],
    queryFn: ({ pageParam, signal }) =>
      read<PurchaseListView>(`${pathOf(id)}/purchases`, { before: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextBefore,
  });

/** Asked for only where somebody wants to know. */
export const useExplanation = (id: string, orderId: string, isAsked: boolean) =>
  useQuery({
    queryKey: [...keys.customer(id), 'explanation', orderId],
    queryFn: ({ signal }) =>
      read<ExplanationView>(`${pathOf(id)}/purchases/${encodeURIComponent(orderId)}/explanation`, {}, signal),
    enabled: isAsked,
  });

/** Why a cart would be quoted as it is; asked for once there is one. */
export const useQuoteWhy = (id: string, asked: AskedQuote | null) =>
  useQuery({
    queryKey: [...keys.customer(id), 'quote', asked],
    queryFn: ({ signal }) => {
      const { cart = [], ...more } = asked ?? {};
      return read<QuoteWhyView>(`${pathOf(id)}/quote`, { ...more, cart: JSON.stringify(cart) }, signal);
    },
    enabled: asked !== null,
  });

export const useCustomerCards = (id: string) =>
  useQuery({
    queryKey: [...keys.customer(id), 'cards'],
    queryFn: ({ signal }) => read<readonly CardView[]>(`${pathOf(id)}/cards`, {}, signal),
  });

/** Newest first, page by page. */
export const useJournal = (id: string) =>
  useInfiniteQuery({
    queryKey: [...keys.customer(id), 'journal'],
    queryFn: ({ pageParam, signal }) => read<JournalView>(`${pathOf(id)}/journal`, { before: pageParam }, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.nextBefore,
  });
