import type { BuilderState, HttpError } from '@sightline/protocol';
import type { Group } from '../handlers/group.ts';

/** The builder's talk with its server. */
export interface BuilderCalls {
  open(): Promise<BuilderState>;
  save(version: number, groups: Record<string, Group>): Promise<BuilderState>;
}

/** Calls with a token and a grant; what the server refuses is thrown in its words. */
export function builderCalls({
  fetch,
  server,
  token,
  grant,
}: {
  fetch: typeof globalThis.fetch;
  server: string;
  token: string;
  grant: string;
}): BuilderCalls {
  const call = async (name: string, more: object): Promise<BuilderState> => {
    // Text, so that the browser asks nobody's leave first.
    const response = await fetch(`${server}v1/builder/${name}`, { method: 'POST', body: JSON.stringify({ token, grant, ...more }) });
    const answer = (await response.json()) as BuilderState | HttpError;
    if ('error' in answer) throw new Error(answer.message);
    return answer;
  };
  return {
    open: () => call('open', {}),
    save: (version, groups) => call('save', { version, logui: Object.keys(groups).length > 0 ? groups : null }),
  };
}
