import { ask } from './ask.ts';
import type { QuestionDeps } from './question.ts';

export interface Integrity {
  /** True where nothing below is wrong. */
  ok: boolean;
  /** Parts whose checksums do not match their bytes. */
  damaged: { table: string; part: string; message: string }[];
  events: number;
  /** Chunks of recordings, the files they refer to, and the checkpoints worked out of them. */
  recordings: { chunks: number; bytes: number; assets: number; checkpoints: number };
  /** Copies that came again and are not merged away yet; no question counts them. */
  copies: number;
  /** Tabs whose rollup disagrees with their events, at most 20. */
  disagreeing: { flight: string; session: string; tab: string; inEvents: number; inRollup: number }[];
}

const TABLES = [
  'events',
  'recordings',
  'refused',
  'tabs',
  'assets',
  'asset_uses',
  'checkpoints',
  'places',
  'readings',
  'schema_migrations',
];

/** Reads everything and checks it: bytes against checksums, and the rollup against the events. */
export async function verifyIntegrity({ engine }: QuestionDeps): Promise<Integrity> {
  const damaged: Integrity['damaged'] = [];
  for (const table of TABLES) {
    const parts = await ask<{ part_path: string; is_passed: number; message: string }>(
      engine,
      `CHECK TABLE ${table} SETTINGS check_query_single_value_result = 0`,
    );
    for (const { part_path: part, is_passed: isPassed, message } of parts) if (!isPassed) damaged.push({ table, part, message });
  }
  const [counts] = await ask<{ events: number; rows: number }>(
    engine,
    'SELECT events, rows FROM (SELECT count() AS events FROM events FINAL) AS once, (SELECT count() AS rows FROM events) AS all',
  );
  const [recorded] = await ask<Integrity['recordings']>(engine, RECORDED);
  const disagreeing = await ask<Integrity['disagreeing'][number]>(engine, DISAGREEING);
  const { events = 0, rows = 0 } = counts ?? {};
  const { chunks = 0, bytes = 0, assets = 0, checkpoints = 0 } = recorded ?? {};
  const recordings = { chunks, bytes, assets, checkpoints };
  return { ok: damaged.length === 0 && disagreeing.length === 0, damaged, events, recordings, copies: rows - events, disagreeing };
}

const RECORDED = `
  SELECT chunks, bytes, assets, checkpoints FROM
    (SELECT count() AS chunks, sum(recordings.bytes) AS bytes FROM recordings FINAL) AS ofChunks,
    (SELECT uniqExact(flight, hash) AS assets FROM assets) AS ofAssets,
    (SELECT count() AS checkpoints FROM checkpoints FINAL) AS ofCheckpoints`;

const DISAGREEING = `
  SELECT flight, session, tab, sum(ofEvents) AS inEvents, sum(ofRollup) AS inRollup FROM (
    SELECT flight, session, tab, count() AS ofEvents, 0 AS ofRollup FROM events FINAL GROUP BY flight, session, tab
    UNION ALL
    SELECT flight, session, tab, 0 AS ofEvents, groupBitmapMerge(stored) AS ofRollup FROM tabs GROUP BY flight, session, tab
  ) GROUP BY flight, session, tab HAVING inEvents != inRollup ORDER BY flight, session, tab LIMIT 20`;
