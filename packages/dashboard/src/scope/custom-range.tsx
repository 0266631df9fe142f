import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { text } from '../text/text.ts';
import { instantOfMinute, minuteIn } from '../time/zoned-minute.ts';
import styles from './range-menu.module.css';
import { boundsOf, type TimeRange } from './time-range.ts';
import { zoneName } from '../time/zone-name.ts';

const DAY = 86_400_000;

/** Two instants in the zone that the reader chose. */
export function CustomRange({ range, onChoose }: { range: TimeRange; onChoose: (range: TimeRange) => void }) {
  const { timeZone } = usePreferences().preferences;
  const [opened] = useState(() => Date.now());
  const bounds = boundsOf(range, opened);
  const [from, setFrom] = useState(minuteIn(bounds.from ?? opened - 30 * DAY, timeZone));
  const [to, setTo] = useState(minuteIn(bounds.to ?? opened, timeZone));
  const start = instantOfMinute(from, timeZone);
  const end = instantOfMinute(to, timeZone);
  const wrong = !(start < end);
  return (
    <form
      className={styles.custom}
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) onChoose(`${start}..${end}`);
      }}
    >
      <TextInput
        type="datetime-local"
        label={text.range.from}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
        required
      />
      <TextInput
        type="datetime-local"
        label={text.range.to}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        error={wrong ? text.range.wrongOrder : undefined}
        required
      />
      <p className="quiet">{text.range.zone(zoneName(timeZone))}</p>
      <Button type="submit" variant="default" disabled={wrong}>
        {text.range.show}
      </Button>
    </form>
  );
}
