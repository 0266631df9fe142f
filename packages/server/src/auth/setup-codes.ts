import { createHash, randomBytes } from 'node:crypto';
import type { Registry } from '../registry/registry.ts';

/** The one-time codes that let somebody who can read the server's output create the owner account. */
export interface SetupCodes {
  /** A new code; the ones before it no longer work. */
  issue(): Promise<string>;
  /** Uses a code up: true for one caller only. */
  take(code: string): Promise<boolean>;
  /** Makes a code that was taken work again, because nothing came of it. */
  giveBack(code: string): Promise<void>;
}

/** The setup codes in a registry, which keeps their hashes only. */
export const setupCodes = ({ database: { kysely }, now }: Pick<Registry, 'database' | 'now'>): SetupCodes => {
  const keep = (code: string) =>
    kysely
      .insertInto('setupCode')
      .values({ hash: hashOf(code), createdAt: now() })
      .execute();
  return {
    async issue() {
      const code = randomBytes(24).toString('base64url');
      await kysely.deleteFrom('setupCode').execute();
      await keep(code);
      return code;
    },
    async take(code) {
      const { numDeletedRows } = await kysely.deleteFrom('setupCode').where('hash', '=', hashOf(code)).executeTakeFirstOrThrow();
      return numDeletedRows === 1n;
    },
    async giveBack(code) {
      await keep(code);
    },
  };
};

const hashOf = (code: string) => createHash('sha256').update(code).digest('hex');
