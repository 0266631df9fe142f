import type { Participant } from '@sightline/protocol';
import { Link } from '@tanstack/react-router';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import type { Column } from '../../ui/table/column.ts';
import styles from './page.module.css';

const words = text.study;

const conditionOf = ({ order, condition }: Participant): string => (order.length > 1 ? order.join(' → ') : (condition ?? '–'));

function consentOf({ consentVersion, consentAt, state }: Participant): string {
  if (consentVersion === null || consentAt === null) return '–';
  return state === 'declined' ? words.declinedVersion(consentVersion) : words.agreedTo(consentVersion);
}

/** What is told of a participant on one line; the code opens the rest. */
export const participantColumns = ({ open, onOpen }: OpenParticipant): readonly Column<Participant>[] => [
  {
    id: 'code',
    title: words.code,
    px: 140,
    cell: ({ id, code }) => (
      <button type="button" className={styles.opener} aria-expanded={open === id} onClick={() => onOpen(id)}>
        {code}
      </button>
    ),
    copied: ({ code }) => code,
  },
  {
    id: 'state',
    title: words.state,
    px: 112,
    cell: ({ state }) => (
      <span className={styles.state} data-state={state}>
        {words.states[state]}
      </span>
    ),
    copied: ({ state }) => state,
  },
  {
    id: 'condition',
    title: words.condition,
    cell: conditionOf,
    copied: ({ order, condition }) => (order.length > 1 ? order.join(', ') : (condition ?? '')),
  },
  { id: 'source', title: words.source, px: 100, from: 640, cell: ({ source }) => words.sources[source], copied: ({ source }) => source },
  { id: 'consent', title: words.consent, from: 760, cell: consentOf, copied: ({ consentVersion }) => consentVersion ?? '' },
  {
    id: 'sessions',
    title: words.sessions,
    px: 108,
    cell: ({ sessions: [last], sessions }) =>
      last === undefined ? (
        '–'
      ) : (
        <Link to="/sessions/$id" params={{ id: last }} search={{}}>
          {words.sessionCount(sessions.length)}
        </Link>
      ),
    copied: ({ sessions }) => sessions.length,
  },
  {
    id: 'lastAt',
    title: words.lastSeen,
    px: 120,
    from: 640,
    cell: ({ lastAt }) => (lastAt === null ? '–' : <Instant at={lastAt} />),
    copied: ({ lastAt }) => (lastAt === null ? '' : new Date(lastAt).toISOString()),
  },
  {
    id: 'notes',
    title: words.notes,
    wide: true,
    from: 640,
    cell: ({ reason, notes }) => <span className="cut">{reason ?? notes}</span>,
    copied: ({ reason, notes }) => reason ?? notes,
  },
];

interface OpenParticipant {
  /** Whose details lie open. */
  open: string | undefined;
  onOpen: (participant: string) => void;
}
