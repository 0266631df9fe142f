import type { PersonRow } from '@sightline/protocol';
import { Address } from '../../session/address.tsx';
import { browserOf } from '../../session/browser-of.ts';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import type { Column } from '../../ui/table/column.ts';

const title = text.people.columns;

/** What somebody is called where nobody has named them. */
export const personName = ({ id, label }: Pick<PersonRow, 'id' | 'label'>): string =>
  label ?? text.people.anonymous(id.replace(/^visitor-/, ''));

/** The list's columns. */
export const PERSON_COLUMNS: readonly Column<PersonRow>[] = [
  { id: 'label', title: title.label, px: 180, wide: 0.7, cell: personName, copied: personName },
  { id: 'lastAt', title: title.lastAt, cell: ({ lastAt }) => <Instant at={lastAt} />, copied: ({ lastAt }) => iso(lastAt) },
  {
    id: 'sessions',
    title: title.sessions,
    cell: ({ sessions }) => text.number(sessions),
    copied: ({ sessions }) => sessions,
    numeric: true,
    from: 420,
  },
  {
    id: 'pageViews',
    title: title.pageViews,
    cell: ({ pageViews }) => text.number(pageViews),
    copied: ({ pageViews }) => pageViews,
    numeric: true,
    px: 96,
    from: 560,
  },
  {
    id: 'visitors',
    title: title.visitors,
    cell: ({ visitors }) => text.number(visitors),
    copied: ({ visitors }) => visitors,
    numeric: true,
    from: 760,
  },
  {
    id: 'firstAt',
    title: title.firstAt,
    cell: ({ firstAt }) => <Instant at={firstAt} />,
    copied: ({ firstAt }) => iso(firstAt),
    from: 760,
  },
  {
    id: 'entryUrl',
    title: title.entryUrl,
    cell: ({ entryUrl }) => <Address url={entryUrl} />,
    copied: ({ entryUrl }) => entryUrl,
    wide: true,
    from: 900,
  },
  {
    id: 'agent',
    title: title.agent,
    cell: ({ agent }) => browserOf(agent).short,
    copied: ({ agent }) => browserOf(agent).short,
    px: 160,
    from: 920,
  },
];

const iso = (at: number) => new Date(at).toISOString();
