import type { Flight } from '@sightline/protocol';
import { text } from '../../text/text.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { RenameForm } from './rename-form.tsx';
import { useFlightChange } from '../../data/use-flight-change.ts';

/** The flight's name, to be changed. */
export function FlightName({ flight }: { flight: Flight }) {
  const { change } = useFlightChange(flight);
  return (
    <RenameForm
      name={flight.name}
      label={text.flights.name}
      action={text.flights.rename}
      pending={change.isPending}
      onRename={(name) => change.mutate({ name })}
    >
      <Refusal failure={change.error} />
    </RenameForm>
  );
}
