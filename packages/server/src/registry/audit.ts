import { randomUUID } from 'node:crypto';
import type { AuditEntry, AuditLog, AuditQuery } from '@sightline/protocol';
import { sql } from 'kysely';
import type { RegistryDeps } from './registry-deps.ts';

/** What somebody did or looked at, before it has an id and a time. */
export type AuditNote = Omit<AuditEntry, 'id' | 'at'>;

/** The memory of who did and saw what. */
export interface Audit {
  note(note: AuditNote): Promise<void>;
  /** Newest first; of some applications only, where they are given. */
  read(query: AuditQuery, applications?: readonly string[]): Promise<AuditLog>;
}

/** The audit log in a database. */
export const audit = ({ database: { kysely }, now }: RegistryDeps): Audit => ({
  async note(note) {
    await kysely
      .insertInto('audit')
      .values({ ...note, id: randomUUID(), at: now() })
      .execute();
  },

  async read({ application, action, search, offset = 0, limit = 100 }, applications) {
    let found = kysely.selectFrom('audit');
    if (applications !== undefined) found = found.where('applicationId', 'in', [...applications, '']);
    if (application !== undefined) found = found.where('applicationId', '=', application);
    if (action !== undefined) found = found.where('action', 'like', `${escaped(action)}%`);
    if (search !== undefined && search.trim() !== '') {
      const part = `%${escaped(search.trim().toLowerCase())}%`;
      found = found.where((where) =>
        where.or([where(sql<string>`lower("account")`, 'like', part), where(sql<string>`lower("subject")`, 'like', part)]),
      );
    }
    const [entries, counted] = await Promise.all([
      found.selectAll().orderBy('at', 'desc').orderBy('id').offset(offset).limit(limit).execute(),
      found.select((count) => count.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    ]);
    return { entries: entries.map((entry) => ({ ...entry, at: Number(entry.at) })), total: Number(counted.total) };
  },
});

/** A percent sign or underscore that somebody looks for is itself, as far as both databases agree: it matches any character. */
const escaped = (text: string) => text.replaceAll('%', '_');
