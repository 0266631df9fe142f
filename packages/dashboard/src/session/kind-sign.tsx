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
  browser: 'M2 2h6v6H2z',
  status: 'M4 2.5h2v5H4z',
};
