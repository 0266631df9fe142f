import { Button, TextInput } from '@mantine/core';
import type { Flight, Participant, StudySettings } from '@sightline/protocol';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { participantsQuery } from '../../data/studies.ts';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { ConditionBars } from '../live/condition-bars.tsx';
import { Invite } from './invite.tsx';
import { ParticipantDetails } from './participant-details.tsx';
import { PARTICIPANT_STATES } from './participant-states.ts';
import styles from './page.module.css';

const route = getRouteApi('/app/study');
/** More lines than anybody reads; searching finds the others. */
const SHOWN = 500;

/** Who takes part: found by code, condition, note or state, opened for notes and decisions. */
export function Participants({ flight, settings }: { flight: Flight; settings: StudySettings }) {
  const { find = '', state, open } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error } = useQuery(participantsQuery(useApi(), flight.id));
  const words = text.study;
  const change = (next: { find?: string; state?: Participant['state'] | undefined; open?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  if (!data) return error ? <Refusal failure={error} /> : <div className={styles.waiting} aria-busy />;
  const found = data.participants.filter((each) => (state === undefined || each.state === state) && mentions(each, find));
  return (
    <div className={styles.list}>
      {data.conditions.length > 0 ? <ConditionBars conditions={data.conditions} /> : null}
      <div className={styles.tools}>
        <TextInput
          size="xs"
          w={240}
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          value={find}
          onChange={(event) => change({ find: event.currentTarget.value })}
        />
        {PARTICIPANT_STATES.map((each) => {
          const count = data.participants.filter((participant) => participant.state === each).length;
          if (count === 0 && state !== each) return null;
          return (
            <Chip key={each} chosen={state === each} onToggle={(chosen) => change({ state: chosen ? each : undefined })}>
              {words.states[each]} {count}
            </Chip>
          );
        })}
        <span className={styles.right}>
          <Button
            component="a"
            size="compact-sm"
            variant="default"
            href={`/api/v1/flights/${encodeURIComponent(flight.id)}/participants.csv`}
            download
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            {words.csv}
          </Button>
          <Invite flight={flight} />
        </span>
      </div>
      {data.unknownSessions > 0 ? (
        <p className="quiet">{words.unknownSessions(data.unknownSessions, settings.participantParameter)}</p>
      ) : null}
      {data.participants.length === 0 ? (
        <EmptyState part title={words.nobody} meaning={words.nobodyMeaning} />
      ) : (
        <div className={styles.scroller} tabIndex={0} role="region" aria-label={words.views.participants}>
          <table className={styles.table}>
            <thead>
              <tr>
                {[words.code, words.state, words.condition, words.source, words.consent, words.sessions, words.lastSeen, words.notes].map(
                  (title) => (
                    <th key={title} scope="col">
                      {title}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {found.slice(0, SHOWN).map((participant) => (
                <Row
                  key={participant.id}
                  participant={participant}
                  flight={flight}
                  settings={settings}
                  isOpen={open === participant.id}
                  onOpen={() => change({ open: open === participant.id ? undefined : participant.id })}
                />
              ))}
            </tbody>
          </table>
          {found.length === 0 ? <p className={styles.none}>{words.noneFound}</p> : null}
          {found.length > SHOWN ? <p className={styles.none}>{words.moreFound(found.length - SHOWN)}</p> : null}
        </div>
      )}
    </div>
  );
}

function Row({ participant, flight, settings, isOpen, onOpen }: RowProps) {
  const words = text.study;
  const { code, state, condition, order, source, consentVersion, consentAt, sessions, lastAt, notes, reason } = participant;
  const [last] = sessions;
  return (
    <>
      <tr>
        <th scope="row">
          <button type="button" className={styles.opener} aria-expanded={isOpen} onClick={onOpen}>
            {code}
          </button>
        </th>
        <td>
          <span className={styles.state} data-state={state}>
            {words.states[state]}
          </span>
        </td>
        <td>{order.length > 1 ? order.join(' → ') : (condition ?? '–')}</td>
        <td>{words.sources[source]}</td>
        <td>
          {consentVersion === null || consentAt === null
            ? '–'
            : state === 'declined'
              ? words.declinedVersion(consentVersion)
              : words.agreedTo(consentVersion)}
        </td>
        <td>
          {last === undefined ? (
            '–'
          ) : (
            <Link to="/sessions/$id" params={{ id: last }} search={{}}>
              {words.sessionCount(sessions.length)}
            </Link>
          )}
        </td>
        <td>{lastAt === null ? '–' : <Instant at={lastAt} />}</td>
        <td className={styles.note}>{reason ?? notes}</td>
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={8} className={styles.details}>
            <ParticipantDetails key={participant.id} participant={participant} flight={flight} settings={settings} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

interface RowProps {
  participant: Participant;
  flight: Flight;
  settings: StudySettings;
  isOpen: boolean;
  onOpen: () => void;
}

const mentions = ({ code, condition, externalId, notes, reason }: Participant, find: string): boolean =>
  [code, condition, externalId, notes, reason].some((each) => each?.toLowerCase().includes(find.trim().toLowerCase()));
