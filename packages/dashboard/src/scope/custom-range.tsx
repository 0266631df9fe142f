import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { text } from '../text/text.ts';
import styles from './range-menu.module.css';
import { boundsOf, type TimeRange } from './time-range.ts';

const DAY = 86_400_000;

/** Two instants in the reader's zone. */
export function CustomRange({ range, onChoose }: { range: TimeRange; onChoose: (range: TimeRange) => void }) {
  const [opened] = useState(() => Date.now());
  const bounds = boundsOf(range, opened);
  const [from, setFrom] = useState(localMinute(bounds.from ?? opened - 30 * DAY));
  const [to, setTo] = useState(localMinute(bounds.to ?? opened));
  const start = new Date(from).getTime();
  const end = new Date(to).getTime();
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
      <Button type="submit" variant="default" disabled={wrong}>
        {text.range.show}
      </Button>
    </form>
  );
}

/** An instant as `datetime-local` wants it: local, to the minute. */
function localMinute(at: number): string {
  const date = new Date(at);
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
