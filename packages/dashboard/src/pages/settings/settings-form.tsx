import type { CaptureSettings } from '@sightline/protocol';
import type { ReactNode } from 'react';
import { text } from '../../text/text.ts';
import { EventsFields } from './events-fields.tsx';
import { GroupsFields } from './groups-fields.tsx';
import styles from './page.module.css';
import { PresenceFields } from './presence-fields.tsx';
import { PrivacyFields } from './privacy-fields.tsx';
import { RecordingFields } from './recording-fields.tsx';

/** The settings as fields, in the order in which a study decides them. */
export function SettingsForm({ settings, onChange }: { settings: CaptureSettings; onChange: (settings: CaptureSettings) => void }) {
  const words = text.settings;
  const change = (part: Partial<CaptureSettings>) => onChange({ ...settings, ...part });
  return (
    <div className={styles.form}>
      <Part title={words.privacy} meaning={words.privacyMeaning}>
        <PrivacyFields consent={settings.consent} doNotTrack={settings.doNotTrack} onChange={change} />
      </Part>
      <Part title={words.events} meaning={words.eventsMeaning}>
        <EventsFields events={settings.events} onChange={(events) => change({ events })} />
      </Part>
      <Part title={words.groups} meaning={words.groupsMeaning}>
        <GroupsFields groups={settings.logui} onChange={(logui) => change({ logui })} />
      </Part>
      <Part title={words.recording} meaning={words.recordingMeaning}>
        <RecordingFields recording={settings.recording} onChange={(recording) => change({ recording })} />
      </Part>
      <Part title={words.presence} meaning={words.presenceMeaning}>
        <PresenceFields presence={settings.presence} onChange={(presence) => change({ presence })} />
      </Part>
    </div>
  );
}

const Part = ({ title, meaning, children }: { title: string; meaning: string; children: ReactNode }) => (
  <section className={styles.part}>
    <div>
      <h2>{title}</h2>
      <p className="quiet">{meaning}</p>
    </div>
    <div className={styles.fields}>{children}</div>
  </section>
);
