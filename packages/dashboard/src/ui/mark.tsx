/** Sightline's sign. */
export const Mark = ({ size }: { size: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
    <circle cx="12" cy="12" r="9" fill="none" stroke="var(--accent)" strokeWidth="2.5" />
    <circle cx="12" cy="12" r="3.5" fill="var(--accent)" />
  </svg>
);
