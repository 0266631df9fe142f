import { Button, Switch, Textarea, TextInput } from '@mantine/core';
import type { Flight } from '@sightline/protocol';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { text } from '../../text/text.ts';
import form from '../../ui/entrance.module.css';
import { formTexts } from '../../ui/form-texts.ts';
import { Refusal } from '../../ui/refusal.tsx';
import { originProblem, readOrigins } from '../flights/read-origins.ts';
import styles from './flight-form.module.css';
import { useFirstFlight, type FlightWishes } from './use-first-flight.ts';

const words = text.firstFlight;
const SWITCHES = ['recording', 'presence', 'consent'] as const;

/** Names the first application and its flight, says where its pages are and what they record. */
export function FlightForm({ onMade }: { onMade: (flight: Flight) => void }) {
  const makeFlight = useFirstFlight();
  const making = useMutation({ mutationFn: makeFlight, onSuccess: onMade });
  const [typed, setTyped] = useState('');
  const [left, setLeft] = useState(false);
  const [wishes, setWishes] = useState<FlightWishes>({ recording: true, presence: true, consent: false });
  const origins = readOrigins(typed);
  const problem = origins.length === 0 ? words.noOrigin : origins.map(originProblem).find(Boolean);
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        setLeft(true);
        const { application, flight } = formTexts(event.currentTarget, ['application', 'flight']);
        if (!problem) making.mutate({ application: application.trim(), flight: flight.trim(), origins, wishes });
      }}
    >
      <TextInput
        name="application"
        size="md"
        label={words.application}
        description={words.applicationMeaning}
        placeholder={words.applicationExample}
        maxLength={256}
        pattern=".*\S.*"
        required
        autoFocus
      />
      <TextInput
        name="flight"
        size="md"
        label={words.flight}
        description={words.flightMeaning}
        defaultValue={words.flightExample}
        maxLength={256}
        pattern=".*\S.*"
        required
      />
      <Textarea
        size="md"
        label={words.origins}
        description={words.originsMeaning}
        placeholder={words.originsExample}
        rows={2}
        autosize
        spellCheck={false}
        value={typed}
        error={left ? problem : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => setLeft(typed !== '')}
      />
      <fieldset className={styles.wishes}>
        <legend>{words.record}</legend>
        <p className="quiet">{words.always}</p>
        {SWITCHES.map((name) => (
          <Switch
            key={name}
            size="sm"
            checked={wishes[name]}
            label={words.wishes[name].label}
            description={words.wishes[name].meaning}
            onChange={(event) => setWishes({ ...wishes, [name]: event.currentTarget.checked })}
          />
        ))}
      </fieldset>
      <Refusal failure={making.error} />
      <Button type="submit" size="md" loading={making.isPending}>
        {words.action}
      </Button>
    </form>
  );
}
