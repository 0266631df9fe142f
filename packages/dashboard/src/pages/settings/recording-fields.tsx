import { Switch } from '@mantine/core';
import type { RecordingSettings } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import { LinesField } from './lines-field.tsx';
import { NumberField } from './number-field.tsx';
import styles from './page.module.css';

const LISTS = ['maskText', 'block', 'ignore', 'maskAttributes'] as const;
const SWITCHES = ['maskAllText', 'images', 'fonts', 'canvas', 'crossOriginFrames'] as const;

/** What the recorder takes, and what never leaves the page. */
export function RecordingFields({
  recording,
  onChange,
}: {
  recording: RecordingSettings;
  onChange: (recording: RecordingSettings) => void;
}) {
  const words = text.settings.recordingFields;
  const change = (part: Partial<RecordingSettings>) => onChange({ ...recording, ...part });
  return (
    <>
      <Switch
        size="sm"
        checked={recording.enabled}
        label={words.enabled}
        description={words.enabledMeaning}
        onChange={(event) => change({ enabled: event.currentTarget.checked })}
      />
      {recording.enabled ? (
        <>
          <div className={styles.checks}>
            {SWITCHES.map((name) => (
              <Switch
                key={name}
                size="xs"
                checked={recording[name]}
                label={words[name]}
                onChange={(event) => change({ [name]: event.currentTarget.checked })}
              />
            ))}
          </div>
          {LISTS.map((name) => (
            <LinesField key={name} label={words[name]} lines={recording[name]} onChange={(lines) => change({ [name]: lines })} />
          ))}
          <NumberField
            label={words.moveEveryMs}
            unit="ms"
            least={20}
            most={1_000}
            value={recording.moveEveryMs}
            onChange={(moveEveryMs) => change({ moveEveryMs: Math.round(moveEveryMs) })}
          />
        </>
      ) : null}
    </>
  );
}
