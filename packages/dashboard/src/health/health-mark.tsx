import { Popover } from '@mantine/core';
import type { Flight } from '@sightline/protocol';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../api-context.ts';
import { healthQuery } from '../data/health.ts';
import { useNow } from '../time/use-now.ts';
import { text } from '../text/text.ts';
import { HealthDot } from './health-dot.tsx';
import styles from './health-mark.module.css';
import { healthReasons, healthState } from './health-words.ts';

/** The dot beside the flight's name; a click says why it looks as it does. */
export function HealthMark({ flight }: { flight: Flight }) {
  const [open, setOpen] = useState(false);
  const { data } = useQuery(healthQuery(useApi(), flight.id));
  const now = useNow(5_000);
  const state = healthState(flight, data);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" width={280} returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={styles.target}
          onClick={() => setOpen(!open)}
          aria-label={`${text.health.title}: ${text.health.states[state]}`}
        >
          <HealthDot state={state} />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={12}>
        <p className={styles.state}>{text.health.states[state]}</p>
        {healthReasons(flight, data, now).map((reason) => (
          <p key={reason} className={styles.reason}>
            {reason}
          </p>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
