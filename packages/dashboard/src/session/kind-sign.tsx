import type { EventKind } from './event-kind.ts';

/** The form and colour that stand for a kind of event, here as on the timeline. */
export const KindSign = ({ kind }: { kind: EventKind }) => (
  <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden style={{ flex: 'none' }}>
    <path d={SHAPES[kind]} fill={`var(--kind-${kind})`} />
  </svg>
);

const SHAPES: Record<EventKind, string> = {
  page: 'M5 1l4.5 7.5h-9z',
  interaction: 'M3.5 0h3v10h-3z',
  custom: 'M5 0l4.5 5L5 10 .5 5z',
  error: 'M1.5 0L5 3.5 8.5 0 10 1.5 6.5 5 10 8.5 8.5 10 5 6.5 1.5 10 0 8.5 3.5 5 0 1.5z',
  network: 'M5 0a5 5 0 1 1 0 10A5 5 0 0 1 5 0zm0 2a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  browser: 'M2 2h6v6H2z',
  status: 'M4 2.5h2v5H4z',
};
