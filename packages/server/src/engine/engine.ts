import type { ClickHouseClient } from '@clickhouse/client';

/** A client that stays usable until it is given back. */
export interface EngineUse {
  client: ClickHouseClient;
  release(): void;
}

/** Where the store's SQL runs: chDB in a child process, or a ClickHouse server. The callers cannot tell which. */
export interface Engine {
  /** Runs `work` with a client that stays usable until it ends; wakes the engine where it sleeps. */
  use<Result>(work: (client: ClickHouseClient) => Promise<Result>): Promise<Result>;
  /** The same for work that hands out rows as they come; release it in a `finally`. */
  acquire(): Promise<EngineUse>;
  /** Whether `file('…')` in SQL reads this machine's files. */
  readonly localFiles: boolean;
  /** A folder for files that a statement writes and we read; where `localFiles` says so, the engine can write there. */
  readonly scratch: string;
  /** Ends what runs, then the engine. */
  stop(): Promise<void>;
}
