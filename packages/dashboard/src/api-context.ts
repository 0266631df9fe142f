import { createContext, useContext } from 'react';
import type { Api } from './api.ts';

/** Carries the one client to every part of the page. */
export const ApiContext = createContext<Api | undefined>(undefined);

/** The client that `ApiContext` carries. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error('useApi: expected an ApiContext around the component, found none');
  return api;
}
