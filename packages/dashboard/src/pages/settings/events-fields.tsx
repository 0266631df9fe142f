import { Checkbox, Radio } from '@mantine/core';
import type { CaptureSettings } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import styles from './page.module.css';

const KNOWN = Object.keys(text.settings.eventNames) as (keyof typeof text.settings.eventNames)[];
/** What the tracker leaves out unless it is asked for: the cursor's way is most of the volume, and page views tell address changes. */
const NOT_USUAL: ReadonlySet<string> = new Set(['trackCursor', 'URLChanges']);

/** Which events of the browser are recorded: the usual ones, or a choice. */
export function EventsFields({
  events,
  onChange,
}: {
  events: CaptureSettings['events'];
  onChange: (events: CaptureSettings['events']) => void;
}) {
  const words = text.settings;
  const chosen = events === 'all' ? KNOWN.filter((name) => !NOT_USUAL.has(name)) : events;
  // Names that this console does not know may be a newer tracker's: they stay.
  const names = [...KNOWN, ...chosen.filter((name) => !(KNOWN as string[]).includes(name))];
  return (
    <>
      <Radio.Group
        aria-label={words.events}
        value={events === 'all' ? 'all' : 'some'}
        onChange={(value) => onChange(value === 'all' ? 'all' : [...chosen])}
      >
        <div className={styles.choices}>
          <Radio size="xs" value="all" label={words.eventsAll} />
          <Radio size="xs" value="some" label={words.eventsSome} />
        </div>
      </Radio.Group>
      {events === 'all' ? null : (
        <Checkbox.Group
          aria-label={words.eventsSome}
          value={events}
          onChange={(next) => onChange(names.filter((name) => next.includes(name)))}
        >
          <div className={styles.checks}>
            {names.map((name) => (
              <Checkbox
                key={name}
                size="xs"
                value={name}
                label={name in words.eventNames ? words.eventNames[name as (typeof KNOWN)[number]] : name}
              />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </>
  );
}
