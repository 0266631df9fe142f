import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Reachability } from '../reachability.ts';

/** Carries what is known about the server's reachability. */
export const ReachabilityContext = createContext<Reachability | undefined>(undefined);

/** Whether the server answered the last call. */
export function useReachable(): boolean {
  const reachability = useContext(ReachabilityContext);
  if (!reachability) throw new Error('useReachable: expected a ReachabilityContext around the component, found none');
  return useSyncExternalStore(reachability.subscribe, reachability.isReachable);
}
