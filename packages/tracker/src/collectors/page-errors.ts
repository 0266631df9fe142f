import type { PageErrorDetails } from '@sightline/protocol';
import type { Collector } from './collector.ts';
import { withoutQuery } from './without-query.ts';

/** An error in a loop says nothing new after a while. */
const SAME_AT_MOST = 5;
const AT_MOST = 100;
const TEXT_LENGTH = 1_000;

/** Errors that nobody caught, and promises that nobody heard fail. */
export const pageErrors: Collector = {
  collect({ page, recorder }) {
    const seen = new Map<string, number>();
    let all = 0;

    const tell = (details: PageErrorDetails, at: number) => {
      const key = `${details.message} ${details.source} ${details.line}`;
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      all += 1;
      if (times > SAME_AT_MOST || all > AT_MOST) return;
      recorder.record({
        type: 'browserEvent',
        name: details.type,
        details: times === SAME_AT_MOST ? { ...details, last: true } : details,
        at,
      });
    };

    page.on('error', (event) => {
      // Pictures and scripts that do not load pass here too: see network failures.
      if (!('lineno' in event)) return;
      const { message, filename, lineno, colno, error, timeStamp } = event;
      const source = filename ? withoutQuery(filename, page.url()) : undefined;
      tell(
        { type: 'pageError', kind: 'error', message: cut(message), source, line: lineno, column: colno, stack: stackOf(error) },
        timeStamp,
      );
    });
    page.on('unhandledrejection', ({ reason, timeStamp }) =>
      tell({ type: 'pageError', kind: 'rejection', message: cut(String(reason)), stack: stackOf(reason) }, timeStamp),
    );
  },
};

const cut = (text: string): string => text.slice(0, TEXT_LENGTH);

/** Addresses in a stack lose their queries as well. */
const stackOf = (error: unknown): string | undefined =>
  error instanceof Error && error.stack ? cut(error.stack.replaceAll(/[?#][^\s:)]*/g, '')) : undefined;
