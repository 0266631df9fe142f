import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Single values that all processes on the registry share. */
export interface Settings {
  get(key: string): Promise<string | undefined>;
  /** The value that stands, after making it this one where there was none; the first of several that ask at once decides. */
  getOrMake(key: string, value: string): Promise<string>;
}

/** The settings in a database or transaction. */
export const settings = (kysely: Kysely<Tables>): Settings => {
  const get = async (key: string) => (await kysely.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst())?.value;
  return {
    get,
    async getOrMake(key, value) {
      await kysely
        .insertInto('setting')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
      return (await get(key)) ?? value;
    },
  };
};
