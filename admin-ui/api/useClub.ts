import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ClubAccountView, ClubView } from '../../shared/contract/club.ts';
import { read } from './client.ts';
import { keys } from './keys.ts';

export const useClub = () =>
  useQuery({ queryKey: keys.club, queryFn: ({ signal }) => read<ClubView>('/api/club', {}, signal) });

/** `month` null: the present one. */
export const useClubAccount = (month: string | null) =>
  useQuery({
    queryKey: keys.clubAccount(month ?? ''),
    queryFn: ({ signal }) => read<ClubAccountView>('/api/club/account', { month }, signal),
    placeholderData: keepPreviousData,
  });
