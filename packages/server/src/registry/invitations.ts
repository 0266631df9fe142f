import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Invitation, InvitationMade, Membership, NewInvitation } from '@sightline/protocol';
import type { RegistryDeps } from './registry-deps.ts';

const DAYS_14_MS = 14 * 86_400_000;

/** Links by which people make their own account. Only hashes of their codes are kept. */
export interface Invitations {
  make(invitation: NewInvitation, by: string): Promise<InvitationMade>;
  /** Those that still can be used. */
  open(): Promise<Invitation[]>;
  /** Uses a code up; undefined where it is none, was used or is too old. */
  take(code: string): Promise<Invitation | undefined>;
  /** Makes a code that was taken work again, because nothing came of it. */
  giveBack(code: string, invitation: Invitation): Promise<void>;
  /** True where there was one. */
  withdraw(id: string): Promise<boolean>;
}

/** The invitations in a database. */
export const invitations = ({ database: { kysely }, now }: RegistryDeps): Invitations => {
  const keep = ({ memberships, ...row }: Invitation, code: string) =>
    kysely
      .insertInto('invitation')
      .values({ ...row, hash: hashOf(code), memberships: JSON.stringify(memberships) })
      .execute();
  return {
    async make({ email, memberships }, by) {
      const at = now();
      const code = randomBytes(24).toString('base64url');
      const invitation = {
        id: randomUUID(),
        email: email.trim().toLowerCase(),
        memberships,
        createdAt: at,
        expiresAt: at + DAYS_14_MS,
        createdBy: by,
      };
      await keep(invitation, code);
      return { invitation, code };
    },

    async open() {
      const rows = await kysely.selectFrom('invitation').selectAll().where('expiresAt', '>', now()).orderBy('createdAt', 'desc').execute();
      return rows.map(asInvitation);
    },

    async take(code) {
      const row = await kysely.deleteFrom('invitation').where('hash', '=', hashOf(code)).returningAll().executeTakeFirst();
      return row && Number(row.expiresAt) > now() ? asInvitation(row) : undefined;
    },

    async giveBack(code, invitation) {
      await keep(invitation, code);
    },

    async withdraw(id) {
      const { numDeletedRows } = await kysely.deleteFrom('invitation').where('id', '=', id).executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
  };
};

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex');

const asInvitation = (row: {
  id: string;
  email: string;
  memberships: string;
  createdAt: number;
  expiresAt: number;
  createdBy: string;
}): Invitation => ({
  id: row.id,
  email: row.email,
  memberships: JSON.parse(row.memberships) as Membership[],
  createdAt: Number(row.createdAt),
  expiresAt: Number(row.expiresAt),
  createdBy: row.createdBy,
});
