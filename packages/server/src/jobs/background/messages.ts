/** Where a background process finds the engine. */
export type EnginePlace = { socketPath: string } | { url: string };

/** What the server tells a background process. */
export type ChildOrder<Order> = { type: 'work'; at: EnginePlace; order: Order } | { type: 'cancel' };

/** What a background process answers. */
export type ChildAnswer = { type: 'progress'; done: number; total: number } | { type: 'done' } | { type: 'failed'; message: string };
