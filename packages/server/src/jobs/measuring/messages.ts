import type { MeasuringOrder } from './measure-sessions.ts';

/** Where the measuring process finds the engine. */
export type EnginePlace = { socketPath: string } | { url: string };

/** What the server tells the measuring process. */
export type ChildOrder = { type: 'measure'; at: EnginePlace; order: MeasuringOrder } | { type: 'cancel' };

/** What the measuring process answers. */
export type ChildAnswer =
  | { type: 'progress'; done: number; total: number }
  | { type: 'done'; done: number }
  | { type: 'failed'; message: string };
