import type { Flight } from '@sightline/protocol';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../api-context.ts';
import { healthQuery } from '../data/health.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { FirstLook } from './first-look.tsx';

/** An empty page of a flight in which nothing was ever recorded says what will be here, and how that begins; in other flights, what it is given. */
export function UntilRecorded({ flight, title, meaning, children }: UntilRecordedProps) {
  const { data } = useQuery(healthQuery(useApi(), flight.id));
  if (data === undefined) return null;
  if (data.sessions > 0) return children;
  return (
    <EmptyState part title={title} meaning={meaning}>
      <FirstLook flight={flight} heading="h3" />
    </EmptyState>
  );
}

export interface UntilRecordedProps {
  flight: Flight;
  title: string;
  meaning: string;
  children: ReactNode;
}
