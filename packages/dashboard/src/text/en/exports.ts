import type { ExportFormatName, ExportState } from '@sightline/protocol';
import { bytes } from './bytes.ts';
import { number, plural } from './number.ts';

const FORMATS: Record<ExportFormatName, { name: string; meaning: string }> = {
  csv: { name: 'CSV', meaning: 'Tidy tables for pandas and R' },
  parquet: { name: 'Parquet', meaning: 'The same tables, typed and small' },
  jsonl: { name: 'JSON lines', meaning: 'Every event whole; another installation can import it' },
  logui: { name: 'LogUI', meaning: 'The download of a LogUI server' },
  bids: { name: 'BIDS', meaning: 'A folder for each participant, after that standard' },
};

const STATES: Record<ExportState, string> = {
  waiting: 'Waiting',
  running: 'Running',
  finished: 'Ready',
  failed: 'Failed',
  cancelled: 'Cancelled',
  expired: 'Expired',
  erased: 'Erased',
};

/** Taking data away. */
export const exportPage = {
  exports: {
    title: 'Export',
    format: 'Format',
    formats: FORMATS,
    tables: 'Tables',
    allTables: 'All',
    noTables: 'Choose at least one table.',
    sessions: 'Sessions',
    range: (range: string) => `Time: ${range.toLowerCase()}. It is chosen at the top.`,
    rangeBetween: (range: string, zone: string) =>
      `Time: ${range}, by the clocks of ${zone}. It is chosen at the top. In the files every instant is in UTC.`,
    beside:
      'In the file: what you chose, a codebook of every column, the flight’s settings, checksums, and programs that load it all into pandas and R.',
    besideOther: 'In the file: what you chose, the flight’s settings and checksums.',
    estimate: (sessions: number, events: number, size: number, basis: 'export' | 'trials') =>
      `${plural(sessions, 'session', 'sessions')}, ${plural(events, 'event', 'events')}, ${basis === 'export' ? `about ${bytes(size)} as the last export had it` : `some ${bytes(size)}, a guess until one was made`}`,
    estimating: 'Counting …',
    nothing: 'No session matches: nothing to export.',
    start: 'Start export',
    history: 'Made before',
    historyEmpty: 'No export yet',
    historyMeaning: 'Exports are made in the background and kept here for 30 days, with who made them and their checksums.',
    columns: {
      file: 'Export',
      state: 'State',
      created: 'Started',
      by: 'By',
      rows: 'Rows',
      size: 'Size',
      sha256: 'SHA-256',
      actions: 'Actions',
    },
    states: STATES,
    progress: (done: number, all: number) => `${number(done)} of ${plural(all, 'session', 'sessions')}`,
    written: (size: number) => `${bytes(size)} written`,
    bytes,
    erasedMeaning: 'It may have held erased data.',
    expires: (when: string) => `kept until ${when}`,
    download: 'Download',
    downloadOf: (name: string, when: string) => `Download ${name} of ${when}`,
    cancel: 'Cancel',
    cancelOf: (name: string, when: string) => `Cancel ${name} of ${when}`,
    remove: 'Delete',
    removeOf: (name: string, when: string) => `Delete ${name} of ${when}`,
    removeSure: 'Delete for good?',
    keep: 'Keep',
    copySha: 'Copy the checksum',
    everything: 'all sessions',
    allTime: 'all time',
    between: (from: string | undefined, to: string | undefined) =>
      from === undefined ? `until ${to ?? ''}` : to === undefined ? `from ${from}` : `${from} – ${to}`,
    tablesChosen: (count: number, all: number) => (count === all ? 'all tables' : plural(count, 'table', 'tables')),
    failed: (message: string) => `The list of exports could not be read: ${message}`,
  },
};
