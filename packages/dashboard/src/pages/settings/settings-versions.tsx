import { Button } from '@mantine/core';
import type { CaptureSettings, SettingsVersion } from '@sightline/protocol';
import { useState } from 'react';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import styles from './page.module.css';
import { settingsDiff } from './settings-diff.ts';

/** Every version, who made it and when, and what it changed. */
export function SettingsVersions({ versions, onRestore }: { versions: SettingsVersion[]; onRestore: (settings: CaptureSettings) => void }) {
  const [open, setOpen] = useState(versions[0]?.version);
  const words = text.settings;
  return (
    <ol className={styles.versions}>
      {versions.map(({ version, hash, settings, createdAt, createdBy }, index) => {
        const changes = settingsDiff(versions[index + 1]?.settings ?? settings, settings);
        const isOpen = open === version;
        return (
          <li key={version}>
            <div className={styles.versionRow}>
              <button type="button" aria-expanded={isOpen} onClick={() => setOpen(isOpen ? undefined : version)}>
                {version === 0 ? words.defaults : words.version(version)}
              </button>
              <code title={words.hashMeaning}>{hash}</code>
              <span className="quiet">
                {createdBy ?? words.nobody}, <Instant at={createdAt} />
              </span>
              <span className="quiet">{words.changes(changes.length)}</span>
              {index === 0 ? null : (
                <Button size="compact-xs" variant="default" onClick={() => onRestore(settings)}>
                  {words.restoreVersion}
                </Button>
              )}
            </div>
            {isOpen && changes.length > 0 ? (
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th scope="col">{words.setting}</th>
                    <th scope="col">{words.before}</th>
                    <th scope="col">{words.after}</th>
                  </tr>
                </thead>
                <tbody>
                  {changes.map(({ path, before, after }) => (
                    <tr key={path}>
                      <th scope="row">
                        <code>{path}</code>
                      </th>
                      <td>
                        <code>{shown(before)}</code>
                      </td>
                      <td>
                        <code>{shown(after)}</code>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

const shown = (value: unknown) => (value === undefined ? '–' : JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' '));
