import type { JsonObject, MeasureSetting } from '@sightline/protocol';
import type { RegistryDeps } from './registry-deps.ts';

/** What flights measure metrics with, where that is not the default. */
export interface MeasureSettingsTable {
  of(flightId: string): Promise<MeasureSetting[]>;
  set(flightId: string, setting: Omit<MeasureSetting, 'changedAt'>): Promise<void>;
  /** Back to the defaults. */
  remove(flightId: string, metric: string): Promise<void>;
}

/** The settings in a database. */
export const measureSettings = ({ database: { kysely }, now }: RegistryDeps): MeasureSettingsTable => ({
  async of(flightId) {
    const rows = await kysely.selectFrom('measureSetting').selectAll().where('flightId', '=', flightId).orderBy('metric').execute();
    return rows.map(({ metric, preset, parameters, changedAt }) => ({
      metric,
      preset,
      parameters: JSON.parse(parameters) as JsonObject,
      changedAt: Number(changedAt),
    }));
  },
  async set(flightId, { metric, preset, parameters }) {
    const values = { preset, parameters: JSON.stringify(parameters), changedAt: now() };
    await kysely
      .insertInto('measureSetting')
      .values({ flightId, metric, ...values })
      .onConflict((conflict) => conflict.columns(['flightId', 'metric']).doUpdateSet(values))
      .execute();
  },
  async remove(flightId, metric) {
    await kysely.deleteFrom('measureSetting').where('flightId', '=', flightId).where('metric', '=', metric).execute();
  },
});
