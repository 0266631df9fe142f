import { Radio, Switch } from '@mantine/core';
import type { CaptureSettings } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import styles from './page.module.css';

const CHOICES = ['obey', 'count', 'ignore'] as const;

/** Whether visitors are asked, and what a browser's wish not to be tracked does. */
export function PrivacyFields({ consent, doNotTrack, onChange }: PrivacyFieldsProps) {
  const words = text.settings;
  return (
    <>
      <Switch
        size="sm"
        checked={consent === 'required'}
        label={words.consent}
        description={words.consentMeaning}
        onChange={(event) => onChange({ consent: event.currentTarget.checked ? 'required' : 'none' })}
      />
      <Radio.Group
        label={words.doNotTrack}
        value={doNotTrack}
        onChange={(value) => onChange({ doNotTrack: CHOICES.find((each) => each === value) ?? 'obey' })}
      >
        <div className={styles.choices}>
          {CHOICES.map((choice) => (
            <Radio key={choice} size="xs" value={choice} label={words.doNotTrackChoices[choice]} />
          ))}
        </div>
      </Radio.Group>
    </>
  );
}

export interface PrivacyFieldsProps extends Pick<CaptureSettings, 'consent' | 'doNotTrack'> {
  onChange: (part: Partial<CaptureSettings>) => void;
}
