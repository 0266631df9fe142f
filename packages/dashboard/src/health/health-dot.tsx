import type { HealthState } from './health-words.ts';

/** A state as a small sign: each its own shape, so that colour is not needed to tell them apart. */
export function HealthDot({ state }: { state: HealthState }) {
  const { color, shape } = SIGNS[state];
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden style={{ color: `var(--${color})`, flex: 'none' }}>
      {shape}
    </svg>
  );
}

const SIGNS: Record<HealthState, { color: string; shape: React.ReactNode }> = {
  receiving: { color: 'jade-9', shape: <circle cx="5" cy="5" r="4.5" fill="currentColor" /> },
  silent: { color: 'slate-9', shape: <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" /> },
  lagging: { color: 'amber-10', shape: <path d="M5 .5 9.7 9.5H.3z" fill="currentColor" /> },
  filling: {
    color: 'amber-10',
    shape: <path d="M0 0h10v10H0zM1.5 1.5v2.25h7V1.5z" fill="currentColor" fillRule="evenodd" />,
  },
  refusing: { color: 'tomato-9', shape: <path d="M1.5 1.5l7 7m0-7l-7 7" stroke="currentColor" strokeWidth="2" strokeLinecap="round" /> },
  paused: { color: 'slate-9', shape: <path d="M2.5 1v8M7.5 1v8" stroke="currentColor" strokeWidth="2.25" strokeLinecap="round" /> },
  unknown: { color: 'slate-9', shape: <circle cx="5" cy="5" r="2.5" fill="currentColor" /> },
};
