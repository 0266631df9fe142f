import { randomUUID } from 'node:crypto';
import type { NewSavedView, SavedView, SavedViewChange, ViewSearch } from '@sightline/protocol';
import type { Selectable } from 'kysely';
import type { Refusal } from './refusal.ts';
import type { RegistryDeps } from './registry-deps.ts';
import type { SavedViewTable } from './tables/analysis-tables.ts';

/** The views that the people of applications share. */
export interface SavedViewList {
  /** By name. */
  ofApplication(application: string): Promise<SavedView[]>;
  /** One of them, removed or not. */
  get(id: string): Promise<SavedView | Refusal>;
  add(application: string, view: NewSavedView, author: string): Promise<SavedView | Refusal>;
  change(id: string, change: SavedViewChange): Promise<SavedView | Refusal>;
  /** Takes a view away; for a day it can be taken back. */
  remove(id: string): Promise<SavedView | Refusal>;
  restore(id: string): Promise<SavedView | Refusal>;
}

/** How long a view that was removed can be taken back. */
const RESTORABLE_MS = 24 * 60 * 60 * 1_000;

/** The views in a database. */
export const savedViews = ({ database: { kysely }, now }: RegistryDeps): SavedViewList => {
  const ofApplication = async (application: string): Promise<SavedView[]> => {
    const read = kysely.selectFrom('savedView').selectAll().where('applicationId', '=', application).where('deletedAt', 'is', null);
    return (await read.execute()).map(viewOf).toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.createdAt - b.createdAt);
  };
  const get = async (id: string): Promise<SavedView | Refusal> => {
    const row = await kysely.selectFrom('savedView').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? viewOf(row) : noView(id);
  };
  const write = async (id: string, values: Partial<Selectable<SavedViewTable>>, removed = false): Promise<SavedView | Refusal> => {
    const row = await kysely
      .updateTable('savedView')
      .set(values)
      .where('id', '=', id)
      .where('deletedAt', removed ? 'is not' : 'is', null)
      .returningAll()
      .executeTakeFirst();
    return row ? viewOf(row) : noView(id);
  };
  /** Why a view cannot have a name; two of one name nobody could tell apart. */
  const problemOf = async (application: string, page: string, name: string, own?: string): Promise<Refusal | undefined> => {
    if (name === '') return { refusal: 'badName', field: 'name', message: 'name: must not be blank' };
    const others = (await ofApplication(application)).filter((view) => view.page === page && view.id !== own);
    return others.some((other) => other.name.toLowerCase() === name.toLowerCase())
      ? { refusal: 'nameTaken', field: 'name', message: `There is already a view called ${JSON.stringify(name)}` }
      : undefined;
  };

  return {
    ofApplication,
    get,

    async add(applicationId, { page, name: given, search }, createdBy) {
      const name = given.trim();
      const problem = await problemOf(applicationId, page, name);
      if (problem) return problem;
      const row = {
        id: randomUUID(),
        applicationId,
        page,
        name,
        search: JSON.stringify(search),
        createdBy,
        createdAt: now(),
        deletedAt: null,
      };
      await kysely.insertInto('savedView').values(row).execute();
      return viewOf(row);
    },

    async change(id, { name: given, search }) {
      const view = await get(id);
      if ('refusal' in view) return view;
      const name = given?.trim() ?? view.name;
      const problem = await problemOf(view.application, view.page, name, id);
      return problem ?? write(id, { name, search: JSON.stringify(search ?? view.search) });
    },

    async remove(id) {
      await kysely
        .deleteFrom('savedView')
        .where('deletedAt', '<', now() - RESTORABLE_MS)
        .execute();
      return write(id, { deletedAt: now() });
    },

    async restore(id) {
      const view = await get(id);
      if ('refusal' in view) return view;
      return (await problemOf(view.application, view.page, view.name, id)) ?? write(id, { deletedAt: null }, true);
    },
  };
};

const viewOf = ({ id, applicationId, page, name, search, createdBy, createdAt }: Selectable<SavedViewTable>): SavedView => ({
  id,
  application: applicationId,
  page,
  name,
  search: JSON.parse(search) as ViewSearch,
  createdBy,
  createdAt,
});

const noView = (id: string): Refusal => ({ refusal: 'notFound', message: `There is no view with the id ${JSON.stringify(id)}` });
