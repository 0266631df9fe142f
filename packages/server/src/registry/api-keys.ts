import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Account, ApiKey, ApiKeyMade, KeyAbility, NewApiKey } from '@sightline/protocol';
import type { RegistryDeps } from './registry-deps.ts';

const DAY_MS = 86_400_000;
/** A key in use is noted so often. */
const NOTED_EVERY_MS = 60_000;
/** What every key begins with: so that one that leaks is recognised. */
export const KEY_START = 'slk_';

/** A key together with whom it acts for. */
export interface FoundKey {
  key: ApiKey;
  account: Account;
}

/** Keys for programs. Only their hashes are kept: 32 random bytes need no slow one. */
export interface ApiKeys {
  make(key: NewApiKey, by: Account): Promise<ApiKeyMade>;
  /** Of one account, or all. */
  list(userId?: string): Promise<ApiKey[]>;
  /** The key a secret stands for; undefined where it is none, was revoked or has expired. */
  find(secret: string): Promise<FoundKey | undefined>;
  /** Of one account, or anybody's; true where there was one. */
  revoke(id: string, userId?: string): Promise<boolean>;
}

/** The keys in a database. */
export const apiKeys = ({ database: { kysely }, now }: RegistryDeps): ApiKeys => {
  const read = () =>
    kysely
      .selectFrom('apiKey')
      .innerJoin('authUser', 'authUser.id', 'apiKey.userId')
      .select([
        'apiKey.id',
        'apiKey.name',
        'apiKey.start',
        'apiKey.ability',
        'apiKey.applications',
        'apiKey.createdAt',
        'apiKey.expiresAt',
        'apiKey.lastUsedAt',
        'apiKey.userId',
        'authUser.name as userName',
        'authUser.email',
        'authUser.role',
      ]);
  return {
    async make({ name, ability, applications, expiresInDays }, by) {
      const secret = `${KEY_START}${randomBytes(32).toString('base64url')}`;
      const at = now();
      const row = {
        id: randomUUID(),
        hash: hashOf(secret),
        start: secret.slice(0, KEY_START.length + 4),
        name: name.trim(),
        userId: by.id,
        ability,
        applications: applications === undefined ? null : JSON.stringify(applications),
        createdAt: at,
        expiresAt: expiresInDays === undefined ? null : at + expiresInDays * DAY_MS,
        lastUsedAt: null,
      };
      await kysely.insertInto('apiKey').values(row).execute();
      return { key: asKey({ ...row, userName: by.name }), secret };
    },

    async list(userId) {
      const rows = await read()
        .$if(userId !== undefined, (query) => query.where('apiKey.userId', '=', userId ?? ''))
        .orderBy('apiKey.createdAt', 'desc')
        .execute();
      return rows.map(asKey);
    },

    async find(secret) {
      if (!secret.startsWith(KEY_START)) return undefined;
      const row = await read().where('apiKey.hash', '=', hashOf(secret)).executeTakeFirst();
      const at = now();
      if (!row || (row.expiresAt !== null && Number(row.expiresAt) <= at)) return undefined;
      if (row.lastUsedAt === null || at - Number(row.lastUsedAt) > NOTED_EVERY_MS) {
        await kysely.updateTable('apiKey').set({ lastUsedAt: at }).where('id', '=', row.id).execute();
      }
      return {
        key: asKey(row),
        account: { id: row.userId, email: row.email, name: row.userName, role: row.role === 'owner' ? 'owner' : 'member' },
      };
    },

    async revoke(id, userId) {
      const { numDeletedRows } = await kysely
        .deleteFrom('apiKey')
        .where('id', '=', id)
        .$if(userId !== undefined, (query) => query.where('userId', '=', userId ?? ''))
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
  };
};

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');

const asKey = (row: {
  id: string;
  name: string;
  start: string;
  ability: string;
  applications: string | null;
  createdAt: number;
  expiresAt: number | null;
  lastUsedAt: number | null;
  userName: string;
}): ApiKey => ({
  id: row.id,
  name: row.name,
  start: row.start,
  ability: row.ability as KeyAbility,
  applications: row.applications === null ? null : (JSON.parse(row.applications) as string[]),
  createdAt: Number(row.createdAt),
  createdBy: row.userName,
  expiresAt: row.expiresAt === null ? null : Number(row.expiresAt),
  lastUsedAt: row.lastUsedAt === null ? null : Number(row.lastUsedAt),
});
