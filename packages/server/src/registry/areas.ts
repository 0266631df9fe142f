import { randomUUID } from 'node:crypto';
import type { Area, AreaChange, AreaShape, NewArea } from '@sightline/protocol';
import type { Refusal } from './refusal.ts';
import type { RegistryDeps } from './registry-deps.ts';
import { isUniqueViolation } from './unique-violation.ts';

/** The areas of interest of flights. */
export interface Areas {
  /** Those that are not retired, oldest first. */
  ofFlight(flight: string): Promise<Area[]>;
  /** One of them, retired or not, as it was in a version; the newest where none is named. */
  get(id: string, version?: number): Promise<Area | Refusal>;
  add(flight: string, area: NewArea, author: string): Promise<Area>;
  /** Makes the next version; the ones before stay as they are. */
  change(id: string, change: AreaChange, author: string): Promise<Area | Refusal>;
  retire(id: string): Promise<Area | Refusal>;
  /** Takes it back. */
  restore(id: string): Promise<Area | Refusal>;
}

/** The areas in a database. */
export const areas = ({ database: { kysely }, now }: RegistryDeps): Areas => {
  const read = async (where: { id: string } | { flightId: string }): Promise<Area[]> => {
    const [column, value] = 'id' in where ? (['area.id', where.id] as const) : (['area.flightId', where.flightId] as const);
    const rows = await kysely
      .selectFrom('area')
      .innerJoin('areaVersion', 'areaVersion.areaId', 'area.id')
      .select(['area.id', 'area.flightId as flight', 'area.path', 'area.createdAt', 'area.retiredAt'])
      .select(['areaVersion.version', 'areaVersion.name', 'areaVersion.shape', 'areaVersion.createdAt as madeAt', 'areaVersion.createdBy'])
      .where(column, '=', value)
      .orderBy('area.createdAt')
      .orderBy('area.id')
      .orderBy('areaVersion.version')
      .execute();
    const found = new Map<string, Area>();
    for (const { shape, madeAt, createdBy, version, name, ...area } of rows) {
      const versions = [...(found.get(area.id)?.versions ?? []), { version, name, createdAt: madeAt, createdBy }];
      found.set(area.id, { ...area, version, name, shape: JSON.parse(shape) as AreaShape, versions });
    }
    return [...found.values()];
  };
  const newest = async (id: string): Promise<Area | Refusal> => (await read({ id }))[0] ?? noArea(id);

  return {
    ofFlight: async (flightId) => (await read({ flightId })).filter(({ retiredAt }) => retiredAt === null),

    async get(id, version) {
      const area = await newest(id);
      if ('refusal' in area || version === undefined || version === area.version) return area;
      const row = await kysely
        .selectFrom('areaVersion')
        .selectAll()
        .where('areaId', '=', id)
        .where('version', '=', version)
        .executeTakeFirst();
      if (!row)
        return {
          refusal: 'notFound',
          field: 'version',
          message: `The area ${JSON.stringify(area.name)} has versions 1 to ${area.version}, no ${version}`,
        };
      return { ...area, version, name: row.name, shape: JSON.parse(row.shape) as AreaShape };
    },

    async add(flightId, { path, name, shape }, author) {
      const id = randomUUID();
      await kysely.transaction().execute(async (transaction) => {
        await transaction.insertInto('area').values({ id, flightId, path, createdAt: now(), retiredAt: null }).execute();
        await transaction
          .insertInto('areaVersion')
          .values({ areaId: id, version: 1, name: name.trim(), shape: JSON.stringify(shape), createdAt: now(), createdBy: author })
          .execute();
      });
      return (await newest(id)) as Area;
    },

    async change(id, { name, shape }, author) {
      const area = await newest(id);
      if ('refusal' in area) return area;
      const next = { name: (name ?? area.name).trim(), shape: JSON.stringify(shape ?? area.shape) };
      try {
        await kysely
          .insertInto('areaVersion')
          .values({ areaId: id, version: area.version + 1, ...next, createdAt: now(), createdBy: author })
          .execute();
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        return {
          refusal: 'versionStale',
          message: `The area ${JSON.stringify(area.name)} was changed by somebody else just now; look at it again`,
        };
      }
      return newest(id);
    },

    async retire(id) {
      await kysely.updateTable('area').set({ retiredAt: now() }).where('id', '=', id).where('retiredAt', 'is', null).execute();
      return newest(id);
    },

    async restore(id) {
      await kysely.updateTable('area').set({ retiredAt: null }).where('id', '=', id).execute();
      return newest(id);
    },
  };
};

const noArea = (id: string): Refusal => ({ refusal: 'notFound', message: `There is no area with the id ${JSON.stringify(id)}` });
