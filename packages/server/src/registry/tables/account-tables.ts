/** The part of better-auth's user table that is asked without loading better-auth, which alone adds to them. */
export interface AuthUserTable {
  id: string;
  email: string;
  name: string;
  role: string;
  twoFactorEnabled: boolean | number | null;
}

/** An account's role in an application. */
export interface MembershipTable {
  userId: string;
  applicationId: string;
  /** An `AccessRole`. */
  role: string;
}

/** An invitation that can still be taken. */
export interface InvitationTable {
  id: string;
  hash: string;
  email: string;
  /** `Membership[]` as JSON. */
  memberships: string;
  createdAt: number;
  expiresAt: number;
  createdBy: string;
}

/** An API key, by its hash. */
export interface ApiKeyTable {
  id: string;
  hash: string;
  start: string;
  name: string;
  userId: string;
  ability: string;
  /** Ids as JSON; null for all. */
  applications: string | null;
  createdAt: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
}

/** The code of the setup link, by its hash. */
export interface SetupCodeTable {
  hash: string;
  createdAt: number;
}

/** What an account or key did, saw or took. */
export interface AuditTable {
  id: string;
  at: number;
  account: string;
  key: string | null;
  action: string;
  subject: string;
  applicationId: string | null;
}
