import { settingsProblems, type CaptureSettings, type SettingsProblem, type SettingsVersion } from '@sightline/protocol';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { settingsQuery } from '../../data/settings.ts';
import { selectorProblems } from './selector-problems.ts';

/** The settings as somebody is changing them, until they are saved as the next version or given up. */
export function useSettingsDraft(flight: string, versions: SettingsVersion[]) {
  const api = useApi();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<{ base: number; settings: CaptureSettings }>();
  const [broken, setBroken] = useState<SettingsProblem>();
  const [newest] = versions;
  if (!newest) throw new Error('settings: expected at least the defaults, got no version');
  const settings = draft?.settings ?? newest.settings;
  const base = draft?.base ?? newest.version;
  const { queryKey } = settingsQuery(api, flight);
  const save = useMutation({
    mutationFn: () => api.saveSettings(flight, { version: base, settings }),
    onSuccess: (saved) => {
      setDraft(undefined);
      queries.setQueryData(queryKey, (before: { versions: SettingsVersion[] } | undefined) => ({
        versions: [saved, ...(before?.versions ?? versions).filter(({ version }) => version !== saved.version)],
      }));
    },
    // Somebody may have been faster: then their version is shown beside this draft.
    onError: () => queries.invalidateQueries({ queryKey }),
  });
  const found = [...settingsProblems(settings), ...selectorProblems(settings, document)];
  return {
    newest,
    settings,
    problems: broken ? [broken] : found,
    changed: draft !== undefined && JSON.stringify(settings) !== JSON.stringify(newest.settings),
    isStale: draft !== undefined && newest.version !== base,
    setBroken,
    change: (next: CaptureSettings) => setDraft({ base, settings: next }),
    discard() {
      setDraft(undefined);
      setBroken(undefined);
      save.reset();
    },
    keepMine() {
      setDraft({ base: newest.version, settings });
      save.reset();
    },
    save,
  };
}
