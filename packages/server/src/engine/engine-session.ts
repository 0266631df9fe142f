import type { Session } from 'chdb';
import type { EngineRequest } from './read-request.ts';
import type { WriteWatch } from './write-watch.ts';
import { quote, type Statement } from './statement.ts';

/** One chDB session, which runs one statement at a time. */
export interface EngineSession {
  /** The answer's bytes, piece by piece where its format allows. */
  run(sql: string, statement: Statement, request: EngineRequest): AsyncGenerator<Uint8Array, void>;
  close(): void;
}

/**
 * Runs statements with the parameters and settings of their request. chDB's own way of binding keeps its values in a place
 * that all sessions share, so that concurrent queries see each other's; `SET` belongs to one session.
 */
export function createEngineSession(session: Session, watch: Pick<WriteWatch, 'before' | 'after'>): EngineSession {
  const bound = new Set<string>();

  return {
    async *run(sql, statement, { parameters, settings }) {
      refuseUnbound(sql, parameters);
      assign([...parameters, ...settings].map(([name, value]) => `${name} = ${quote(value)}`));
      for (const name of parameters.keys()) bound.add(name);
      try {
        if (statement.streams) for await (const chunk of session.queryStream(sql, { format: statement.format })) yield chunk.raw();
        else yield await whole(sql, statement);
      } finally {
        assign([...settings.keys()].map((name) => `${name} = DEFAULT`));
      }
    },
    close: () => session.close(),
  };

  async function whole(sql: string, { format, writes }: Statement): Promise<Uint8Array> {
    if (writes) watch.before();
    const answer = (await session.queryAsync(sql, { format })).bytes();
    if (writes) watch.after();
    return answer;
  }

  function assign(assignments: string[]) {
    if (assignments.length > 0) session.query(`SET ${assignments.join(', ')}`);
  }

  /** A parameter cannot be unset, so a value of an earlier request must not stand in for a forgotten one. */
  function refuseUnbound(sql: string, parameters: Map<string, string>) {
    for (const [, name] of sql.matchAll(/\{(\w+):/g)) {
      const parameter = `param_${name}`;
      if (bound.has(parameter) && !parameters.has(parameter)) {
        throw new Error(`Code: 456. DB::Exception: Substitution \`${name}\` is not set. (UNKNOWN_QUERY_PARAMETER)`);
      }
    }
  }
}
