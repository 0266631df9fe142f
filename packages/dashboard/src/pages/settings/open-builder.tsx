import { Button, Popover, TextInput } from '@mantine/core';
import type { Flight } from '@sightline/protocol';
import { IconPointer } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../api-context.ts';
import { RefusedOrigin } from '../../origins/refused-origin.tsx';
import { text } from '../../text/text.ts';
import { Refusal } from '../../ui/refusal.tsx';
import styles from './page.module.css';
import { siteOf } from './site-of.ts';

/** Opens a page of the site with the builder on top. */
export function OpenBuilder({ flight }: { flight: Flight }) {
  const words = text.settings.builder;
  const api = useApi();
  const [url, setUrl] = useState(() => siteOf(flight.allowedOrigins, window.location.origin));
  const opening = useMutation({
    mutationFn: async () => {
      // Opened before the answer: a browser lets only a click open a window.
      const site = window.open('about:blank', '_blank');
      try {
        const { grant } = await api.openBuilder(flight.id);
        if (site) {
          site.opener = null;
          site.location.replace(withGrant(url, grant));
        }
      } catch (error) {
        site?.close();
        throw error;
      }
    },
  });
  const isAddress = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  return (
    <Popover width={400} position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <Button size="compact-sm" variant="light" leftSection={<IconPointer size={14} aria-hidden />}>
          {words.open}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.title}>
        <form
          className={styles.builder}
          onSubmit={(event) => {
            event.preventDefault();
            opening.mutate();
          }}
        >
          <strong>{words.title}</strong>
          <p className="quiet">{words.meaning}</p>
          <TextInput
            size="xs"
            label={words.url}
            value={url}
            onChange={(event) => setUrl(event.currentTarget.value)}
            error={isAddress ? undefined : words.wrongUrl}
          />
          <RefusedOrigin flight={flight} address={url} />
          {flight.tokens.length === 0 ? <p>{words.noToken}</p> : null}
          <Refusal failure={opening.error} />
          {opening.isSuccess ? <p role="status">{words.waiting}</p> : null}
          <Button type="submit" size="compact-sm" disabled={!isAddress || flight.tokens.length === 0} loading={opening.isPending}>
            {words.go}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function withGrant(url: string, grant: string): string {
  const address = new URL(url);
  address.hash = `sightline-builder=${grant}`;
  return address.href;
}
