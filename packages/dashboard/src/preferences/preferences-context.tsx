import { useLocalStorage } from '@mantine/hooks';
import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import { DEFAULT_PREFERENCES, PREFERENCES_KEY, readPreferences, type Preferences } from './preferences.ts';

const PreferencesContext = createContext<{ preferences: Preferences; choose: (next: Preferences) => void }>({
  preferences: DEFAULT_PREFERENCES,
  choose: () => undefined,
});

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
  const value = useMemo(() => ({ preferences, choose }), [preferences, choose]);
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

/** The reader's preferences, and the way to others. */
export const usePreferences = () => useContext(PreferencesContext);
