import { fold, largeStore, openStore } from '../large-store.ts';
import type { Trial } from '../trial.ts';

/** What an event costs on disk, as background merges left it. */
export const bytesPerEvent: Trial = {
  name: 'bytes-per-event',
  conditions:
    '5 million generated events (about 480 B each as JSON) in 100,000 sessions, loaded in segments of 8 MiB; sessions folded and places gathered, as a server does within a minute; parts as background merges left them',
  async run() {
    const { dataDir } = await largeStore();
    await fold(dataDir);
    const { engine } = openStore(dataDir);
    try {
      const sizes = await engine.use(async (client) => {
        const answer = await client.query({ query: SIZES, format: 'JSONEachRow' });
        return answer.json<{ table: string; bytes: number; parts: number }>();
      });
      const all = sizes.reduce((sum, { bytes }) => sum + Number(bytes), 0);
      return [
        { what: 'an event, with its share of every table', value: `${all.toFixed(1)} B`, bar: '≤ 25 B' },
        ...sizes.map(({ table, bytes, parts }) => ({
          what: `of it in \`${table}\``,
          value: `${Number(bytes).toFixed(1)} B, ${parts} parts`,
        })),
      ];
    } finally {
      await engine.stop();
    }
  },
};

const SIZES = `
  SELECT table, sum(bytes_on_disk) / (SELECT count() FROM events) AS bytes, count() AS parts FROM system.parts
  WHERE active AND database = currentDatabase() AND table != 'schema_migrations' GROUP BY table ORDER BY bytes DESC`;
