import type { PersonRow } from '@sightline/protocol';
import { Address } from '../../session/address.tsx';
import { browserOf } from '../../session/browser-of.ts';
import { text } from '../../text/text.ts';
import { Instant } from '../../time/instant.tsx';
import type { Column } from '../../ui/table/data-table.tsx';

const title = text.people.columns;

/** What somebody is called where nobody has named them. */
export const personName = ({ id, label }: Pick<PersonRow, 'id' | 'label'>): string =>
  label ?? text.people.anonymous(id.replace(/^visitor-/, ''));

/** The list's columns. */
export const PERSON_COLUMNS: readonly Column<PersonRow>[] = [
  { id: 'label', title: title.label, cell: personName, copied: personName },
  { id: 'lastAt', title: title.lastAt, cell: ({ lastAt }) => <Instant at={lastAt} />, copied: ({ lastAt }) => iso(lastAt) },
  {
    id: 'sessions',
    title: title.sessions,
    cell: ({ sessions }) => text.number(sessions),
    copied: ({ sessions }) => sessions,
    numeric: true,
  },
  {
    id: 'pageViews',
    title: title.pageViews,
    cell: ({ pageViews }) => text.number(pageViews),
    copied: ({ pageViews }) => pageViews,
    numeric: true,
  },
  {
    id: 'visitors',
    title: title.visitors,
    cell: ({ visitors }) => text.number(visitors),
    copied: ({ visitors }) => visitors,
    numeric: true,
  },
  { id: 'firstAt', title: title.firstAt, cell: ({ firstAt }) => <Instant at={firstAt} />, copied: ({ firstAt }) => iso(firstAt) },
  {
    id: 'entryUrl',
    title: title.entryUrl,
    cell: ({ entryUrl }) => <Address url={entryUrl} />,
    copied: ({ entryUrl }) => entryUrl,
    wide: true,
  },
  { id: 'agent', title: title.agent, cell: ({ agent }) => browserOf(agent).short, copied: ({ agent }) => browserOf(agent).short },
];

const iso = (at: number) => new Date(at).toISOString();
