import { Button, Group } from '@mantine/core';
import type { Flight } from '@sightline/protocol';
import { IconExternalLink } from '@tabler/icons-react';
import { text } from '../text/text.ts';
import { FirstEvent } from './first-event.tsx';
import styles from './first-look.module.css';
import { Snippet } from './snippet.tsx';

/** From nothing to the first recorded event: try the example shop, or paste the snippet; and see it arrive. */
export function FirstLook({ flight, heading: Heading }: { flight: Flight; heading: 'h2' | 'h3' }) {
  const token = flight.tokens[0]?.token;
  return (
    <ol className={styles.steps}>
      <li>
        <Heading>{text.firstLook.shop}</Heading>
        <p className="quiet">{text.firstLook.shopMeaning}</p>
        <Group gap="xs">
          <Button
            component="a"
            href="/shop/"
            target="_blank"
            rel="noopener"
            variant="light"
            rightSection={<IconExternalLink size={14} aria-hidden />}
          >
            {text.firstLook.openShop}
          </Button>
          <Button
            component="a"
            href="/search/"
            target="_blank"
            rel="noopener"
            variant="subtle"
            rightSection={<IconExternalLink size={14} aria-hidden />}
          >
            {text.firstLook.openSearch}
          </Button>
        </Group>
      </li>
      <li>
        <Heading>{text.firstLook.snippet}</Heading>
        <p className="quiet">{text.firstLook.snippetMeaning}</p>
        {token === undefined ? <p>{text.firstLook.noToken}</p> : <Snippet token={token} />}
      </li>
      <li>
        <Heading>{text.firstLook.see}</Heading>
        <FirstEvent flight={flight} />
      </li>
    </ol>
  );
}
