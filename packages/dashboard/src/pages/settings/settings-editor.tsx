import { Button, Tabs } from '@mantine/core';
import type { CaptureSettings, Flight, SettingsVersion } from '@sightline/protocol';
import { getRouteApi } from '@tanstack/react-router';
import { text } from '../../text/text.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { OpenBuilder } from './open-builder.tsx';
import styles from './page.module.css';
import { SETTINGS_VIEWS, type SettingsView } from './settings-view.ts';
import { SettingsForm } from './settings-form.tsx';
import { SettingsJson } from './settings-json.tsx';
import { SettingsVersions } from './settings-versions.tsx';
import { useSettingsDraft } from './use-settings-draft.ts';

const route = getRouteApi('/app/flights/$id/settings');

/** The newest settings as a form and as JSON, their versions, and the bar that saves the next one. */
export function SettingsEditor({ flight, versions }: { flight: Flight; versions: SettingsVersion[] }) {
  const { view = 'form' } = route.useSearch();
  const navigate = route.useNavigate();
  const { newest, settings, problems, changed, isStale, setBroken, change, discard, keepMine, save } = useSettingsDraft(
    flight.id,
    versions,
  );
  const words = text.settings;
  const show = (next: string | null) =>
    void navigate({
      search: (before) => ({ ...before, view: SETTINGS_VIEWS.find((each) => each === next && next !== 'form') }),
      replace: true,
    });
  const restore = (version: CaptureSettings) => {
    change(version);
    show('form');
  };
  return (
    <>
      <p className={styles.version}>
        <span>{newest.version === 0 ? words.defaults : words.version(newest.version)}</span>
        <code title={words.hashMeaning}>{newest.hash}</code>
        <OpenBuilder flight={flight} />
      </p>
      <Tabs value={view satisfies SettingsView} onChange={show} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="form">{words.form}</Tabs.Tab>
          <Tabs.Tab value="json">{words.json}</Tabs.Tab>
          <Tabs.Tab value="versions">{words.versions(versions.length)}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="form" className={styles.panel}>
          <SettingsForm settings={settings} onChange={change} />
        </Tabs.Panel>
        <Tabs.Panel value="json" className={styles.panel}>
          <SettingsJson settings={settings} onChange={change} onBroken={setBroken} />
        </Tabs.Panel>
        <Tabs.Panel value="versions" className={styles.panel}>
          <SettingsVersions versions={versions} onRestore={restore} />
        </Tabs.Panel>
      </Tabs>
      {changed || problems.length > 0 ? (
        <div className={styles.save} role="region" aria-label={words.unsaved}>
          {problems.length > 0 ? (
            <ul className={styles.problems} role="alert">
              {problems.slice(0, 5).map(({ path, message }) => (
                <li key={path}>
                  {path === '' ? null : <code>{path}</code>} {message}
                </li>
              ))}
              {problems.length > 5 ? <li>{words.moreProblems(problems.length - 5)}</li> : null}
            </ul>
          ) : (
            <span>{isStale ? words.stale(newest.version, newest.createdBy) : words.unsavedMeaning}</span>
          )}
          <Refusal failure={save.error} />
          <Button variant="subtle" color="gray" onClick={discard}>
            {isStale ? words.takeNewest : words.discard}
          </Button>
          {isStale ? (
            <Button variant="default" onClick={keepMine}>
              {words.keepMine}
            </Button>
          ) : (
            <Button disabled={problems.length > 0} loading={save.isPending} onClick={() => save.mutate()}>
              {words.save(newest.version + 1)}
            </Button>
          )}
        </div>
      ) : null}
    </>
  );
}
