import { Switch } from '@mantine/core';
import type { PresenceSettings } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import { NumberField } from './number-field.tsx';
import styles from './page.module.css';

const DAY_S = 86_400;
const FIELDS = [
  { name: 'idleAfterS', least: 1 },
  { name: 'resumeWithinS', least: 0 },
  { name: 'idleEndsS', least: 60 },
] as const;

/** Whether presence is measured over tabs, and when somebody is idle, back or gone. */
export function PresenceFields({ presence, onChange }: { presence: PresenceSettings; onChange: (presence: PresenceSettings) => void }) {
  const words = text.settings.presenceFields;
  return (
    <>
      <Switch
        size="sm"
        checked={presence.enabled}
        label={words.enabled}
        onChange={(event) => onChange({ ...presence, enabled: event.currentTarget.checked })}
      />
      {presence.enabled ? (
        <div className={styles.numbers}>
          {FIELDS.map(({ name, least }) => (
            <NumberField
              key={name}
              label={words[name]}
              unit="s"
              least={least}
              most={DAY_S}
              value={presence[name]}
              onChange={(value) => onChange({ ...presence, [name]: value })}
            />
          ))}
        </div>
      ) : null}
    </>
  );
}
