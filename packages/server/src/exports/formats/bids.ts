import { bidsEventsTable, bidsParticipantsTable, column, sessionsTable, type Column } from '@sightline/protocol';
import { VERSION } from '../../version.ts';
import { allOf, enginePiece } from '../engine-piece.ts';
import type { ExportContext } from '../export-context.ts';
import type { ExportFormat, SmallFile } from '../export-format.ts';
import { linesOf } from '../lines-of.ts';
import { partSize, sessionParts } from '../session-parts.ts';
import { json } from '../tables-explained.ts';

/** Of the BIDS specification whose layout this follows. */
const BIDS_VERSION = '1.10.0';

/**
 * A folder in the layout of the Brain Imaging Data Structure: behaviour (`beh`) per participant and session, `n/a` where nothing is
 * known. Who a session belongs to is the browser profile; no acquisition is invented.
 */
export const bids: ExportFormat = {
  name: 'bids',
  mediaType: 'application/zip',
  tables: [],
  files: () => [],

  async *ofPart({ heads }, context) {
    const subjects = new Map<string, string>();
    for await (const row of tsv(context, heads, 'sessions', [SESSION, VISITOR])) subjects.set(row[0] ?? '', subjectOf(row));
    let of = '';
    let lines: string[] = [];
    for await (const [session = '', ...row] of tsv(context, heads, 'events', [SESSION, ...bidsEventsTable.columns])) {
      if (session !== of && lines.length > 0) yield eventsFile(context, subjects.get(of) ?? '', of, lines);
      if (session !== of) lines = [];
      of = session;
      lines.push(row.join('\t'));
    }
    if (lines.length > 0) yield eventsFile(context, subjects.get(of) ?? '', of, lines);
  },

  async *beside(_tables, context) {
    const task = taskOf(context);
    yield {
      path: 'dataset_description.json',
      content: json({
        Name: context.flight.name,
        BIDSVersion: BIDS_VERSION,
        DatasetType: 'raw',
        GeneratedBy: [{ Name: 'Sightline', Version: VERSION }],
      }),
    };
    yield { path: 'README', content: readme(context) };
    yield { path: `task-${task}_events.json`, content: json({ TaskName: context.flight.name, ...sidecar(bidsEventsTable.columns) }) };
    const data = context.fields.map((field) => column(`data.${field}`, 'text', `The study’s own field \`${field}\`.`, { nullable: true }));
    yield { path: 'participants.json', content: json(sidecar([...bidsParticipantsTable.columns, ...data])) };
    yield* participants(context, data);
  },
};

const SESSION = column('session', 'text', '');
const VISITOR = sessionsTable.columns.find(({ name }) => name === 'visitor') ?? SESSION;

async function* tsv(
  context: ExportContext,
  heads: Parameters<typeof context.store.exportPiece>[0]['heads'],
  source: 'events' | 'sessions',
  columns: readonly Column[],
) {
  const piece = await enginePiece(context, { source, columns, encoding: 'tsv', heads });
  try {
    for await (const line of linesOf(allOf(piece))) yield line.split('\t');
  } finally {
    await piece.drop();
  }
}

/** Labels are letters and digits: a visitor's id without its hyphens, else the session's. */
const subjectOf = ([session = '', visitor = 'n/a']: readonly string[]): string => label(visitor === 'n/a' ? session : visitor);
const label = (text: string): string => text.replaceAll(/[^A-Za-z0-9]/g, '');
const taskOf = ({ flight }: Pick<ExportContext, 'flight'>): string => label(flight.name) || label(flight.id);

function eventsFile(context: ExportContext, subject: string, session: string, lines: readonly string[]): SmallFile {
  const [sub, ses] = [`sub-${subject}`, `ses-${label(session)}`];
  const head = bidsEventsTable.columns.map(({ name }) => name).join('\t');
  return {
    path: `${sub}/${ses}/beh/${sub}_${ses}_task-${taskOf(context)}_events.tsv`,
    content: `${head}\n${lines.join('\n')}\n`,
    rows: lines.length,
  };
}

/** In the order in which they first came. */
async function* participants(context: ExportContext, data: readonly Column[]): AsyncGenerator<SmallFile, void> {
  const rows = new Map<string, { visitor: string; sessions: number; data: string[] }>();
  for await (const { heads } of sessionParts(context.store, { ...context, atMost: partSize(bids, { tables: [], order: context.order }) })) {
    for await (const [session = '', visitor = 'n/a', ...values] of tsv(context, heads, 'sessions', [SESSION, VISITOR, ...data])) {
      const subject = `sub-${subjectOf([session, visitor])}`;
      rows.set(subject, { visitor, sessions: (rows.get(subject)?.sessions ?? 0) + 1, data: values });
    }
  }
  const head = [...bidsParticipantsTable.columns, ...data].map(({ name }) => name);
  const lines = [...rows].map(([subject, row]) => [subject, row.visitor, String(row.sessions), ...row.data]);
  yield { path: 'participants.tsv', content: [head, ...lines].map((cells) => `${cells.join('\t')}\n`).join(''), rows: lines.length };
}

const sidecar = (columns: readonly Column[]): Record<string, object> =>
  Object.fromEntries(
    columns.map(({ name, meaning, unit, values }) => [
      name,
      {
        Description: meaning,
        ...(unit !== '' && { Units: unit }),
        ...(values && { Levels: Object.fromEntries(values.map((value) => [value, value])) }),
      },
    ]),
  );

const readme = ({
  flight,
  selection,
}: ExportContext): string => `Behaviour on web pages, recorded by Sightline in the flight "${flight.name}".

Layout: BIDS ${BIDS_VERSION}, datatype "beh". A participant is a browser profile, a session is one visit over all its tabs. Values that are
not known are "n/a". There is no continuous gaze here: fixations are events named gaze_fixation, with their duration.
Sessions chosen: ${JSON.stringify({ ...selection.filter, ...(selection.session !== undefined && { session: selection.session }) })}
`;
