import { Button, TextInput } from '@mantine/core';
import type { Flight, Participant, StudySettings } from '@sightline/protocol';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useApi } from '../../api-context.ts';
import { participantsQuery } from '../../data/studies.ts';
import { text } from '../../text/text.ts';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Refusal } from '../../ui/refusal.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { ConditionBars } from '../live/condition-bars.tsx';
import { Invite } from './invite.tsx';
import { participantColumns } from './participant-columns.tsx';
import { ParticipantDetails } from './participant-details.tsx';
import { PARTICIPANT_STATES } from './participant-states.ts';
import styles from './page.module.css';

const route = getRouteApi('/app/study');

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
        <>
          <DataTable
            table="participants"
            label={words.views.participants}
            columns={participantColumns({ open, onOpen: (id) => change({ open: open === id ? undefined : id }) })}
            rows={found}
            rowKey={({ id }) => id}
            detailOf={(participant) =>
              open === participant.id ? (
                <ParticipantDetails key={participant.id} participant={participant} flight={flight} settings={settings} />
              ) : undefined
            }
          />
          {found.length === 0 ? <p className={styles.none}>{words.noneFound}</p> : null}
        </>
      )}
    </div>
  );
}

const mentions = ({ code, condition, externalId, notes, reason }: Participant, find: string): boolean =>
  [code, condition, externalId, notes, reason].some((each) => each?.toLowerCase().includes(find.trim().toLowerCase()));
