import { Button } from '@mantine/core';
import type { Flight, FlightToken } from '@sightline/protocol';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import styles from './page.module.css';
import { useFlightChange } from '../../data/use-flight-change.ts';

/** The tokens that pages of this flight carry. */
export function FlightTokens({ flight }: { flight: Flight }) {
  const { createToken, revokeToken } = useFlightChange(flight);
  return (
    <>
      {flight.tokens.length === 0 ? (
        <p>{text.flights.noToken}</p>
      ) : (
        <ul className={styles.tokens}>
          {flight.tokens.map((token) => (
            <Token
              key={token.id}
              token={token}
              revoking={revokeToken.isPending && revokeToken.variables === token.id}
              onRevoke={() => revokeToken.mutate(token.id)}
            />
          ))}
        </ul>
      )}
      <Refusal failure={createToken.error ?? revokeToken.error} />
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        loading={createToken.isPending}
        onClick={() => createToken.mutate()}
      >
        {text.flights.createToken}
      </Button>
    </>
  );
}

function Token({ token, revoking, onRevoke }: { token: FlightToken; revoking: boolean; onRevoke: () => void }) {
  const [sure, setSure] = useState(false);
  return (
    <li className={styles.token}>
      <code className="cut" title={token.token}>
        {token.token}
      </code>
      {sure ? (
        <span role="alert">{text.flights.revokeMeaning}</span>
      ) : (
        <span className="quiet">
          <Instant at={token.createdAt} />
        </span>
      )}
      {sure ? (
        <>
          <Button size="compact-sm" variant="light" color="tomato" loading={revoking} onClick={onRevoke} autoFocus>
            {text.flights.revokeNow}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setSure(false)}>
            {text.cancel}
          </Button>
        </>
      ) : (
        <>
          <CopyButton value={token.token} label={text.flights.copyToken} />
          <Button size="compact-sm" variant="subtle" color="tomato" onClick={() => setSure(true)}>
            {text.flights.revoke}
          </Button>
        </>
      )}
    </li>
  );
}
