import { Switch } from '@mantine/core';
import type { Flight } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { useFlightChange } from '../../data/use-flight-change.ts';

/** Whether calls that carry no token are taken from other machines, too. */
export function UnsignedCalls({ flight }: { flight: Flight }) {
  const { change } = useFlightChange(flight);
  const wanted = change.isPending ? (change.variables.acceptsUnsigned ?? flight.acceptsUnsigned) : flight.acceptsUnsigned;
  return (
    <>
      <Switch
        size="sm"
        checked={wanted}
        label={text.flights.unsignedSwitch}
        onChange={(event) => change.mutate({ acceptsUnsigned: event.currentTarget.checked })}
      />
      <Refusal failure={change.error} />
    </>
  );
}
