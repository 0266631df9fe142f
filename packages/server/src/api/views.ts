import { HttpError, NewSavedView, SavedView, SavedViewChange, SavedViews } from '@sightline/protocol';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { Type, type Static } from 'typebox';
import { requireAccount } from '../auth/require-account.ts';
import { isRefusal, type Refusal } from '../registry/refusal.ts';
import type { ApiDeps } from './api-deps.ts';
import { refuse } from './refuse.ts';

const tags = ['Saved views'];
const ById = Type.Object({ id: Type.String() });
type ById = Static<typeof ById>;
const response = { 200: SavedView, '4xx': HttpError };

/** Named views of the console's pages, shared by all who see an application. */
export const viewsApi =
  ({
    accounts,
    registry: { savedViews, applications },
  }: Pick<ApiDeps, 'accounts'> & { registry: Pick<ApiDeps['registry'], 'savedViews' | 'applications'> }): FastifyPluginAsync =>
  async (api) => {
    api.addHook('onRequest', requireAccount({ accounts }));
    const answer = (reply: FastifyReply, view: SavedView | Refusal) => (isRefusal(view) ? refuse(reply, view) : view);

    api.get<{ Params: ById }>(
      '/applications/:id/views',
      { schema: { tags, summary: 'An application’s views', params: ById, response: { 200: SavedViews, '4xx': HttpError } } },
      async ({ params: { id } }): Promise<SavedViews> => ({ views: await savedViews.ofApplication(id) }),
    );
    api.post<{ Params: ById; Body: NewSavedView }>(
      '/applications/:id/views',
      { schema: { tags, summary: 'Save a view', params: ById, body: NewSavedView, response: { 201: SavedView, '4xx': HttpError } } },
      async ({ params: { id }, body, account }, reply) => {
        if (!(await applications.list()).some((application) => application.id === id))
          return refuse(reply, { refusal: 'notFound', field: 'id', message: `There is no application ${JSON.stringify(id)}` });
        const view = await savedViews.add(id, body, account?.name ?? '');
        return isRefusal(view) ? refuse(reply, view) : reply.code(201).send(view);
      },
    );
    api.patch<{ Params: ById; Body: SavedViewChange }>(
      '/views/:id',
      { schema: { tags, summary: 'Rename a view, or have it show something else', params: ById, body: SavedViewChange, response } },
      async ({ params: { id }, body }, reply) => answer(reply, await savedViews.change(id, body)),
    );
    api.delete<{ Params: ById }>(
      '/views/:id',
      { schema: { tags, summary: 'Remove a view', params: ById, response } },
      async ({ params: { id } }, reply) => answer(reply, await savedViews.remove(id)),
    );
    api.post<{ Params: ById }>(
      '/views/:id/restore',
      { schema: { tags, summary: 'Take a removed view back', params: ById, response } },
      async ({ params: { id } }, reply) => answer(reply, await savedViews.restore(id)),
    );
  };
