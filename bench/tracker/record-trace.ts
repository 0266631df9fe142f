import type { CDPSession } from 'playwright-core';

/** What of a trace's event is looked at; times in microseconds, `tdur` of the thread's processor time. */
export interface TraceEvent {
  name: string;
  ph: string;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string } };
}

/** Records what the page's threads do, until it is asked for it. */
export async function recordTrace(session: CDPSession): Promise<() => Promise<TraceEvent[]>> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'toplevel'] },
  });
  return async () => {
    const complete = new Promise((resolve) => void session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.end');
    await complete;
    // Workers and the browser's own pages run scripts on other threads.
    const main = events.find(({ name, args }) => name === 'EvaluateScript' && /\/sightline\.js/.test(args?.data?.url ?? ''))?.tid;
    return events.filter(({ tid }) => tid === main);
  };
}
