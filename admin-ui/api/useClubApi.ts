import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ClubRuleForm, ClubView, FoundClubForm, InvitedView, JoinClubForm } from '../../shared/contract/club.ts';
import { change } from './client.ts';
import { keys } from './keys.ts';

export function useFoundClub() {
  const put = usePutClub();
  return useMutation({
    mutationFn: (form: FoundClubForm) => change<ClubView>('POST', '/api/club', form),
    onSuccess: put,
  });
}

export function useJoinClub() {
  const put = usePutClub();
  return useMutation({
    mutationFn: (form: JoinClubForm) => change<ClubView>('POST', '/api/club/join', form),
    onSuccess: put,
  });
}

export function useLeaveClub() {
  const put = usePutClub();
  return useMutation({ mutationFn: () => change<ClubView>('POST', '/api/club/leave'), onSuccess: put });
}

export function useChangeClubRule() {
  const put = usePutClub();
  return useMutation({
    mutationFn: (form: ClubRuleForm) => change<ClubView>('PUT', '/api/club/rule', form),
    onSuccess: put,
  });
}

export function useRemoveFromClub() {
  const put = usePutClub();
  return useMutation({
    mutationFn: (shop: string) => change<ClubView>('POST', `/api/club/members/${encodeURIComponent(shop)}/remove`),
    onSuccess: put,
  });
}

export function useRevokeInvitation() {
  const put = usePutClub();
  return useMutation({
    mutationFn: (id: string) => change<ClubView>('POST', `/api/club/invitations/${encodeURIComponent(id)}/revoke`),
    onSuccess: put,
  });
}

export function useInviteToClub() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => change<InvitedView>('POST', '/api/club/invitations'),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.club }),
  });
}

/** Takes the answer over; who is in the club stands in the account too. */
function usePutClub() {
  const queries = useQueryClient();
  return async (club: ClubView) => {
    queries.setQueryData(keys.club, club);
    await queries.invalidateQueries({ queryKey: ['club-account'] });
  };
}
