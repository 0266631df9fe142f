import { DEVICES, type SessionFilter } from '@sightline/protocol';
import { CommandFailure } from './command-failure.ts';
import type { commandLine } from './command-line.ts';

type Field = Exclude<keyof SessionFilter, 'flight'>;
type Given = Pick<ReturnType<typeof commandLine>, 'values' | 'lists'>;

/** How a field of the session filter is written on the command line. */
interface Flag {
  flag: string;
  several?: true;
  yes?: true;
  read?: (flag: string, text: string) => unknown;
}

/** Every field of the filter, so that the command line can choose what the console can. */
const FLAGS: Record<Field, Flag> = {
  from: { flag: 'from', read: instant },
  to: { flag: 'to', read: instant },
  search: { flag: 'search' },
  minEvents: { flag: 'min-events', read: wholeNumber },
  live: { flag: 'live', read: yesOrNo },
  where: { flag: 'where', several: true, read: pair },
  whereNot: { flag: 'where-not', several: true, read: pair },
  excluded: { flag: 'with-excluded', yes: true },
  did: { flag: 'did', several: true },
  didNot: { flag: 'did-not', several: true },
  sequence: { flag: 'sequence', several: true },
  within: { flag: 'within', read: seconds },
  page: { flag: 'page', several: true },
  device: { flag: 'device', several: true, read: device },
};

/** The flags, as `parseArgs` takes them. */
export const FILTER_OPTIONS = Object.fromEntries(
  Object.values(FLAGS).map(({ flag, several = false, yes = false }) => [
    flag,
    yes ? { type: 'boolean' as const } : { type: 'string' as const, multiple: several },
  ]),
);

/** The filter that a command line's flags give. */
export function sessionFilter({ values, lists }: Given): Omit<SessionFilter, 'flight'> {
  const given = Object.entries(FLAGS).flatMap(([field, { flag, several, yes, read = same }]) => {
    const texts = several ? (lists[flag] ?? []) : values[flag] === undefined ? [] : [String(values[flag])];
    if (texts.length === 0) return [];
    const found = texts.map((text) => read(`--${flag}`, text));
    return [[field, yes ? true : several ? found : found[0]] as const];
  });
  return Object.fromEntries(given);
}

/** What `--help` says of them. */
export const FILTER_HELP = `  --from TIME, --to TIME
      Only sessions that started at or after one and before the other: 2026-11-21, 2026-11-21T10:00Z, or ms since 1970.
  --where FIELD:VALUE, --where-not FIELD:VALUE
      Only sessions with this value of the study's own field, or without it; each may be repeated.
  --did NAME, --did-not NAME, --page PATH, --device ${DEVICES.join('|')}
      Only sessions with such an event, without one, with such a page (* at its end stands for whatever follows) or device; each may be
      repeated.
  --sequence STEP, --within SECONDS
      Only sessions that did these steps in this order, within so long: event:NAME, page:PATH, click:ELEMENT or derived:NAME.
  --search TEXT, --min-events NUMBER, --live yes|no
      Only sessions that mention it, with so many events, or that run now or not.
  --with-excluded
      Sessions of a study's excluded participants, too; they are left out otherwise.`;

function same(_flag: string, text: string): string {
  return text;
}

/** Milliseconds since 1970; a date without a time zone is taken as UTC, so that the same line means the same everywhere. */
function instant(flag: string, text: string): number {
  const at = /^\d{10,}$/.test(text)
    ? Number(text)
    : Date.parse(/T.*(Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`);
  if (Number.isNaN(at)) throw wrong(flag, 'a time such as 2026-11-21T10:00Z', text);
  return at;
}

function wholeNumber(flag: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw wrong(flag, 'a whole number', text);
  return Number(text);
}

function seconds(flag: string, text: string): number {
  const given = Number(text);
  if (text.trim() === '' || !(given > 0) || given > 1e9) throw wrong(flag, 'a number of seconds', text);
  return Math.max(1, Math.round(given * 1_000));
}

function yesOrNo(flag: string, text: string): boolean {
  if (text !== 'yes' && text !== 'no') throw wrong(flag, 'yes or no', text);
  return text === 'yes';
}

function pair(flag: string, text: string): string {
  if (text.indexOf(':') < 1) throw wrong(flag, 'a field and its value such as condition:c2', text);
  return text;
}

function device(flag: string, text: string): string {
  if (!DEVICES.some((known) => known === text)) throw wrong(flag, `one of ${DEVICES.join(', ')}`, text);
  return text;
}

const wrong = (flag: string, expected: string, text: string): CommandFailure =>
  new CommandFailure(2, `${flag} must be ${expected}, got ${JSON.stringify(text)}`);
