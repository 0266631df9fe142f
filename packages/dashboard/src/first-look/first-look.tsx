import { Button, Group } from '@mantine/core';
import type { Flight } from '@sightline/protocol';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api-context.ts';
import { applicationsQuery } from '../data/applications.ts';
import { text } from '../text/text.ts';
import { exampleFlight } from './example-flight.ts';
import { FirstEvent } from './first-event.tsx';
import styles from './first-look.module.css';
import { Snippet } from './snippet.tsx';

/** From nothing to the first recorded event: try the example shop, where it belongs to this flight, or paste the snippet; and see it arrive. */
export function FirstLook({ flight, heading: Heading }: { flight: Flight; heading: 'h2' | 'h3' }) {
  const { data } = useQuery(applicationsQuery(useApi()));
  const hasExamples = data !== undefined && exampleFlight(data.applications)?.id === flight.id;
  const token = flight.tokens[0]?.token;
  const words = text.firstLook;
  return (
    <ol className={styles.steps}>
      {hasExamples ? (
        <li>
          <Heading>{words.shop}</Heading>
          <p className="quiet">{words.shopMeaning}</p>
          <Group gap="xs">
            <Example href="/shop/" variant="light" label={words.openShop} />
            <Example href="/search/" variant="subtle" label={words.openSearch} />
          </Group>
        </li>
      ) : null}
      <li>
        <Heading>{hasExamples ? words.snippetOr : words.snippet}</Heading>
        <p className="quiet">{words.snippetMeaning(flight.allowedOrigins)}</p>
        {token === undefined ? <p>{words.noToken}</p> : <Snippet token={token} origins={flight.allowedOrigins} />}
      </li>
      <li>
        <Heading>{words.see}</Heading>
        {hasExamples ? null : <p className="quiet">{words.seeMeaning}</p>}
        <FirstEvent flight={flight} />
      </li>
    </ol>
  );
}

const Example = ({ href, variant, label }: { href: string; variant: string; label: string }) => (
  <Button
    component="a"
    href={href}
    target="_blank"
    rel="noopener"
    variant={variant}
    rightSection={<IconExternalLink size={14} aria-hidden />}
  >
    {label}
  </Button>
);
