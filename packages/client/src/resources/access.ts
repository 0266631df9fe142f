import type {
  AccessMembers,
  ApiKeyMade,
  ApiKeys,
  AuditLog,
  AuditQuery,
  InvitationMade,
  Invitations,
  MembershipChange,
  NewApiKey,
  NewInvitation,
} from '@sightline/protocol';
import type { Caller } from '../caller.ts';
import { query } from '../query.ts';

const id = encodeURIComponent;

/** Who may do what, keys for programs, and who did what. */
export const access = ({ get, send }: Caller) => ({
  accessMembers: (signal?: AbortSignal) => get<AccessMembers>('/access/members', signal),
  changeMemberships: (account: string, change: MembershipChange) => send<AccessMembers>('PUT', `/access/members/${id(account)}`, change),
  removeMember: (account: string) => send<unknown>('DELETE', `/members/${id(account)}`),
  invitations: (signal?: AbortSignal) => get<Invitations>('/access/invitations', signal),
  inviteMember: (request: NewInvitation) => send<InvitationMade>('POST', '/access/invitations', request),
  withdrawInvitation: (invitation: string) => send<Invitations>('DELETE', `/access/invitations/${id(invitation)}`),
  apiKeys: (signal?: AbortSignal) => get<ApiKeys>('/keys', signal),
  makeApiKey: (request: NewApiKey) => send<ApiKeyMade>('POST', '/keys', request),
  revokeApiKey: (key: string) => send<ApiKeys>('DELETE', `/keys/${id(key)}`),
  audit: (asked: AuditQuery, signal?: AbortSignal) => get<AuditLog>(`/audit${query(asked)}`, signal),
});
