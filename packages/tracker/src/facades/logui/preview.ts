import type { Collector } from '../../collectors/collector.ts';
import { tellHistory } from '../../page/tell-history.ts';
import type { Page } from '../../page/page.ts';
import { pathOf } from '../../page/path-of.ts';
import { createClock } from '../../recorder/clock.ts';
import { createRecorder, type Happening } from '../../recorder/recorder.ts';
import type { Session } from '../../identity/session.ts';

export interface PreviewDeps {
  openPage(report: (error: unknown) => void): Page;
  collectors: readonly Collector[];
  session(page: Page): Session;
  print(page: Page, title: string, event: unknown): void;
}

const nothing = () => undefined;

/** The console dispatcher: collects as ever, sends nothing, and shows each event as it would be sent, with the reason for it. */
export function createPreview({ openPage, collectors, session, print }: PreviewDeps): { stop(): void } {
  const page: Page = openPage((error) => page.warn(String(error)));
  tellHistory(page.window);
  const visit = session(page);
  const sessionID = visit.id();
  const beginnings: ((first: boolean) => void)[] = [];
  const endings: (() => void)[] = [];
  let why = '';
  const inner = createRecorder({
    moment: createClock(page),
    origin: page.origin,
    url: page.url,
    uuid: page.uuid,
    before: nothing,
    moved: nothing,
    keep({ fields }) {
      const event: { eventType: string; eventName: string } = JSON.parse(`{${fields}}`);
      print(page, `${event.eventType} ${event.eventName}${why}`, { ...event, sessionID });
    },
  });
  const recorder: typeof inner = {
    ...inner,
    record(happening) {
      why = happening.why ? ` — ${reason(happening.why)}` : '';
      inner.record(happening);
    },
  };
  for (const { collect } of collectors) {
    page.guard(collect)({
      page,
      recorder,
      session: visit,
      // Nothing waits where nothing is sent.
      outbox: { alive: nothing, before: nothing, secure: nothing, signs: async () => [] },
      store: { mark: async () => undefined },
      options: { token: '' },
      consent: undefined,
      startedAt: page.monotonic(),
      storage: () => 'memory',
      offer: undefined,
      onLeave: nothing,
      onMove: nothing,
      onSession: (run) => beginnings.push(run),
      onStop: (run) => endings.push(run),
    });
  }
  beginnings.forEach((run) => run(true));
  return {
    stop() {
      for (const end of endings) end();
      page.end();
    },
  };
}

const reason = ({ element, group }: NonNullable<Happening['why']>): string =>
  `group ${group.selector}, ${group.event}, at ${pathOf(element)}`;
