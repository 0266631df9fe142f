import { Button, TextInput } from '@mantine/core';
import type { Flight } from '@sightline/protocol';
import { useState } from 'react';
import { text } from '../../text/text.ts';
import { Refusal } from '../../ui/refusal.tsx';
import styles from './page.module.css';
import { useFlightChange } from './use-flight-change.ts';

/** The flight's name, to be changed. */
export function FlightName({ flight }: { flight: Flight }) {
  const { change } = useFlightChange(flight);
  const [name, setName] = useState(flight.name);
  const wanted = name.trim();
  return (
    <form
      className={styles.actions}
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ name: wanted });
      }}
    >
      <TextInput
        size="xs"
        w={240}
        aria-label={text.flights.name}
        maxLength={256}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button
        type="submit"
        size="compact-sm"
        variant="default"
        h={30}
        disabled={wanted === '' || wanted === flight.name}
        loading={change.isPending}
      >
        {text.flights.rename}
      </Button>
      <Refusal failure={change.error} />
    </form>
  );
}
