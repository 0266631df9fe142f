import { createContext, useContext } from 'react';
import type { Client } from '@sightline/client';

/** Carries the one client to every part of the page. */
export const ApiContext = createContext<Client | undefined>(undefined);

/** The client that `ApiContext` carries. */
export function useApi(): Client {
  const api = useContext(ApiContext);
  if (!api) throw new Error('useApi: expected an ApiContext around the component, found none');
  return api;
}
