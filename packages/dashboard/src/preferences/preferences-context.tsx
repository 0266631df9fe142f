import { useLocalStorage } from '@mantine/hooks';
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { instantWords, type InstantWords } from '../time/instant-words.ts';
import { DEFAULT_PREFERENCES, PREFERENCES_KEY, readPreferences, type Preferences } from './preferences.ts';

interface KeptPreferences {
  preferences: Preferences;
  choose: (next: Preferences) => void;
  /** Instants in the reader's zone. */
  instants: InstantWords;
}

const PreferencesContext = createContext<KeptPreferences | undefined>(undefined);

/** Keeps the reader's preferences in the browser, the same in all tabs, and tells the style sheets the density. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [preferences, choose] = useLocalStorage<Preferences>({
    key: PREFERENCES_KEY,
    defaultValue: DEFAULT_PREFERENCES,
    deserialize: (kept) => readPreferences(kept ?? null),
    getInitialValueInEffect: false,
  });
  useEffect(() => {
    document.documentElement.dataset.density = preferences.density;
  }, [preferences.density]);
  const { timeZone } = preferences;
  const instants = useMemo(() => instantWords(timeZone === undefined ? {} : { timeZone }), [timeZone]);
  const value = useMemo(() => ({ preferences, choose, instants }), [preferences, choose, instants]);
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

/** The reader's preferences, and the way to others. */
export function usePreferences(): KeptPreferences {
  const kept = useContext(PreferencesContext);
  if (!kept) throw new Error('usePreferences: expected a PreferencesProvider around the component, found none');
  return kept;
}
