import { createPreview } from '../facades/logui/preview.ts';
import { groupTracking } from '../facades/logui/group-tracking.ts';
import type { Group } from '../handlers/group.ts';
import { elementVisibility } from '../handlers/element-visibility.ts';
import type { Session } from '../identity/session.ts';
import { createPage } from '../page/page.ts';
import { moreSourcers } from '../sourcers/more-sourcers.ts';

/** One event that a visitor's page would send. */
export interface WouldLog {
  title: string;
  event: Record<string, unknown>;
}

/** Runs the tracker's own handlers for groups, and tells what they would log; nothing is sent. Answers how to stop. */
export function liveLog(window: Window & typeof globalThis, groups: Record<string, Group>, logged: (entry: WouldLog) => void): () => void {
  const tracked = groupTracking({ groups: Object.values(groups), more: { sourcers: moreSourcers, elementVisibility } });
  const { stop } = createPreview({
    openPage: (report) => createPage(window, report),
    collectors: [tracked],
    session: ({ uuid }) => passing(uuid()),
    print: (_page, title, event) => logged({ title, event: event as Record<string, unknown> }),
  });
  return stop;
}

/** A session that leaves no trace in the browser. */
const passing = (id: ReturnType<Session['id']>): Session => ({
  id: () => id,
  record: () => ({ id, startedAt: 0, activeAt: 0 }),
  join: () => undefined,
  touch: () => false,
  leave: () => undefined,
  endsAt: () => Infinity,
});
