import { HttpError, isUuid, NewNote, Note, NoteChange, Notes } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { isRefusal, type Refusal } from '../registry/refusal.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const tags = ['Notes'];
const SessionPath = Type.Object({ id: Type.String() });
const NotePath = Type.Object({ id: Type.String(), note: Type.String() });
const response = { 200: Note, '4xx': HttpError };

/** Notes that are pinned to moments of a session. */
export const notesApi =
  ({ accounts, registry, store }: Pick<ApiDeps, 'accounts' | 'registry' | 'store'>): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    const answer = (reply: FastifyReply, note: Note | Refusal) => (isRefusal(note) ? refuse(reply, note) : note);

    api.get<{ Params: Static<typeof SessionPath> }>(
      '/sessions/:id/notes',
      { schema: { tags, summary: 'A session’s notes', params: SessionPath, response: { 200: Notes, '4xx': HttpError } } },
      async ({ params: { id } }): Promise<Notes> => ({ notes: await registry.notes.ofSession(id.toLowerCase()) }),
    );

    api.post<{ Params: Static<typeof SessionPath>; Body: NewNote }>(
      '/sessions/:id/notes',
      {
        schema: {
          tags,
          summary: 'Pin a note to a moment',
          params: SessionPath,
          body: NewNote,
          response: { 201: Note, '4xx': HttpError },
        },
      },
      async ({ params: { id }, body, account }, reply) => {
        const session = isUuid(id) ? await store.sessionSummary({ session: id }) : undefined;
        if (!session) return refuse(reply, { refusal: 'notFound', field: 'id', message: `There is no session ${JSON.stringify(id)}` });
        const place = { session: session.id, flight: session.flight, author: account?.name ?? '' };
        return reply.code(201).send(await registry.notes.add(place, body));
      },
    );

    api.patch<{ Params: Static<typeof NotePath>; Body: NoteChange }>(
      '/sessions/:id/notes/:note',
      { schema: { tags, summary: 'Change a note', params: NotePath, body: NoteChange, response } },
      async ({ params: { id, note }, body }, reply) => answer(reply, await registry.notes.change(id.toLowerCase(), note, body)),
    );

    api.delete<{ Params: Static<typeof NotePath> }>(
      '/sessions/:id/notes/:note',
      { schema: { tags, summary: 'Remove a note', params: NotePath, response } },
      async ({ params: { id, note } }, reply) => answer(reply, await registry.notes.remove(id.toLowerCase(), note)),
    );

    api.post<{ Params: Static<typeof NotePath> }>(
      '/sessions/:id/notes/:note/restore',
      { schema: { tags, summary: 'Take a removed note back', params: NotePath, response } },
      async ({ params: { id, note } }, reply) => answer(reply, await registry.notes.restore(id.toLowerCase(), note)),
    );
  };
