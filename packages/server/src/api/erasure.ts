import { Deletion, HttpError, isUuid, PersonErasure, SessionErasure } from '@sightline/protocol';
import type { FastifyPluginAsync } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { erasePerson } from '../erasure/erase-person.ts';
import { eraseSessions } from '../erasure/erase-sessions.ts';
import { isRefusal } from '../registry/refusal.ts';
import type { ApiDeps } from './api-deps.ts';
import { findPerson } from './find-person.ts';
import { nameToType } from './name-to-type.ts';
import { refuse } from './refuse.ts';

const Path = Type.Object({ id: Type.String() });
type Path = Static<typeof Path>;
const OfFlight = Type.Object({ flight: Type.String({ description: 'Any flight of the application the person belongs to.' }) });

/** Erasing people and single sessions for good, wherever something of them is. */
export const erasureApi =
  ({
    accounts,
    registry,
    store,
    loader,
    exportJobs,
    keptAside,
  }: Pick<ApiDeps, 'accounts' | 'registry' | 'store' | 'loader' | 'exportJobs' | 'keptAside'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    const find = findPerson({ registry, store });
    const deps = { registry, store, notes: registry.notes, exports: exportJobs, drain: () => loader.drain(), keptAside };

    api.delete<{ Params: Path; Querystring: Static<typeof OfFlight>; Body: Deletion }>(
      '/people/:id',
      {
        schema: {
          tags: ['People'],
          summary: 'Erase a person with everything that is theirs',
          params: Path,
          querystring: OfFlight,
          body: Deletion,
          response: { 200: PersonErasure, '4xx': HttpError },
        },
      },
      async ({ params: { id }, query: { flight }, body }, reply) => {
        const found = await find(id, flight);
        if (isRefusal(found)) return refuse(reply, found);
        const name = nameToType(found);
        if (body.name.trim() !== name) {
          return refuse(reply, {
            refusal: 'badName',
            field: 'name',
            message: `name: must be ${JSON.stringify(name)} to erase them, got ${JSON.stringify(body.name)}`,
          });
        }
        const { exports, ...erased } = await erasePerson(deps, { ...found, visitors: found.key.visitors });
        return { ...erased, exports: await named(exports) } satisfies PersonErasure;
      },
    );

    api.delete<{ Params: Path }>(
      '/sessions/:id',
      {
        schema: {
          tags: ['Sessions'],
          summary: 'Erase a session with everything that was made of it',
          params: Path,
          response: { 200: SessionErasure, '4xx': HttpError },
        },
      },
      async ({ params: { id } }, reply) => {
        await loader.drain();
        const came = isUuid(id) ? await store.sessionCame({ session: id }) : undefined;
        if (!came) return refuse(reply, { refusal: 'notFound', field: 'id', message: `There is no session ${JSON.stringify(id)}` });
        const sessions = [id.toLowerCase()];
        return { exports: await named(await eraseSessions(deps, { flight: came.flight, sessions, since: came.at })) };
      },
    );

    async function named(ids: readonly string[]): Promise<PersonErasure['exports']> {
      const jobs = await Promise.all(ids.map((id) => registry.exportJobs.get(id)));
      return jobs.flatMap((job) =>
        job ? [{ id: job.id, fileName: job.fileName, createdAt: job.createdAt, createdBy: job.createdBy }] : [],
      );
    }
  };
