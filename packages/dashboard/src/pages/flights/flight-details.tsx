import type { Flight } from '@sightline/protocol';
import type { ReactNode } from 'react';
import { Snippet } from '../../first-look/snippet.tsx';
import { text } from '../../text/text.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { AllowedOrigins } from './allowed-origins.tsx';
import { FlightName } from './flight-name.tsx';
import { FlightTokens } from './flight-tokens.tsx';
import { Life } from './life.tsx';
import styles from './page.module.css';
import { useFlightLife } from './use-life.ts';
import { UnsignedCalls } from './unsigned-calls.tsx';

/** A flight's settings. */
export function FlightDetails({ flight }: { flight: Flight }) {
  const newest = flight.tokens.at(-1);
  const words = text.flights;
  const life = useFlightLife(flight);
  return (
    <>
      <Section title={words.snippet} meaning={words.snippetMeaning}>
        {newest ? <Snippet token={newest.token} origins={flight.allowedOrigins} /> : <p>{words.noToken}</p>}
      </Section>
      <Section title={text.settings.open} meaning={text.settings.openMeaning}>
        <ButtonLink size="compact-sm" variant="default" to="/flights/$id/settings" params={{ id: flight.id }}>
          {text.settings.openButton}
        </ButtonLink>
      </Section>
      <Section title={words.origins} meaning={words.originsMeaning}>
        <AllowedOrigins key={flight.allowedOrigins.join('\n')} flight={flight} />
      </Section>
      <Section title={words.tokens} meaning={words.tokensMeaning}>
        <FlightTokens flight={flight} />
      </Section>
      <Section title={words.unsigned} meaning={words.unsignedMeaning}>
        <UnsignedCalls flight={flight} />
      </Section>
      <Section title={words.name} meaning={words.nameMeaning}>
        <FlightName key={flight.name} flight={flight} />
      </Section>
      <Section title={words.life.title} meaning={words.life.meaning}>
        <Life name={flight.name} kind="flight" archivedAt={flight.archivedAt} erasedFrom={flight.erasedFrom} life={life} />
      </Section>
    </>
  );
}

const Section = ({ title, meaning, children }: { title: string; meaning: string; children: ReactNode }) => (
  <section className={styles.section}>
    <h3>{title}</h3>
    <p className="quiet">{meaning}</p>
    <div className={styles.body}>{children}</div>
  </section>
);
