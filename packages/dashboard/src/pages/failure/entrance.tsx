import type { ErrorComponentProps } from '@tanstack/react-router';
import { FailurePage } from './page.tsx';

/** A failure so early that there is no frame around it. */
export const FailureEntrance = (failure: ErrorComponentProps) => (
  <main>
    <FailurePage {...failure} />
  </main>
);
