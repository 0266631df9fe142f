import { isIP } from 'node:net';

/** One setting: how it is called, what it is for, and how its text is read. */
export interface Setting<Value> {
  flag: string;
  environment: string;
  /** What stands for the value in the help text. */
  argument: string;
  /** The text that is read where neither flag nor environment gives one; undefined where the setting may be left out. */
  default?: string;
  help: string;
  read(text: string): Value | Unreadable;
}

/** A setting's text that could not be read, with what was expected. */
export interface Unreadable {
  expected: string;
}

/** What is wrong with the configuration, in a sentence for whoever starts the server. */
export interface ConfigProblem {
  setting: string;
  message: string;
}

/** Every setting there is; flags, environment variables, defaults and help come from here. */
export const SETTINGS = {
  host: setting({
    flag: 'host',
    environment: 'SIGHTLINE_HOST',
    argument: 'ADDRESS',
    default: '127.0.0.1',
    help: 'Address to listen on. 0.0.0.0 takes connections from other machines.',
    read: (text) => (/^[^\s/]+$/.test(text) ? text : { expected: 'a host name or an address' }),
  }),
  port: setting({
    flag: 'port',
    environment: 'SIGHTLINE_PORT',
    argument: 'NUMBER',
    default: '8000',
    help: 'Port to listen on. 0 takes a free one.',
    read: (text) => wholeNumber(text, 65_535),
  }),
  data: setting({
    flag: 'data',
    environment: 'SIGHTLINE_DATA',
    argument: 'FOLDER',
    default: './data',
    help: 'Folder that holds everything recorded. Made where it is missing.',
    read: (text) => text,
  }),
  clickhouseUrl: setting({
    flag: 'clickhouse-url',
    environment: 'SIGHTLINE_CLICKHOUSE_URL',
    argument: 'URL',
    help: 'ClickHouse server or cluster that keeps the events, instead of the embedded one.',
    read: (text) => url(text, ['http:', 'https:']),
  }),
  postgresUrl: setting({
    flag: 'postgres-url',
    environment: 'SIGHTLINE_POSTGRES_URL',
    argument: 'URL',
    help: 'PostgreSQL database that keeps accounts, flights and people, instead of SQLite in the data folder.',
    read: (text) => url(text, ['postgres:', 'postgresql:']),
  }),
  publicUrl: setting({
    flag: 'public-url',
    environment: 'SIGHTLINE_PUBLIC_URL',
    argument: 'URL',
    help: 'Address under which browsers reach this server, where that is another than host and port.',
    read: (text) => originUrl(text),
  }),
  trustProxy: setting<boolean | number | string[]>({
    flag: 'trust-proxy',
    environment: 'SIGHTLINE_TRUST_PROXY',
    argument: 'WHOM',
    default: 'false',
    help: 'Whose X-Forwarded headers are believed: false, true, a number of hops, or addresses separated by commas.',
    read: (text) => trustedProxies(text),
  }),
  rateLimit: setting({
    flag: 'rate-limit',
    environment: 'SIGHTLINE_RATE_LIMIT',
    argument: 'NUMBER',
    default: '0',
    help: 'Requests per second that one address may send. 0 sets no limit.',
    read: (text) => wholeNumber(text, 1_000_000),
  }),
  loguiSecret: setting({
    flag: 'logui-secret',
    environment: 'SIGHTLINE_LOGUI_SECRET',
    argument: 'TEXT',
    help: 'SECRET_KEY of an old LogUI server whose tokens go on working. Better set in the environment, where others cannot read it.',
    read: (text) => text,
  }),
  spoolLimitBytes: setting({
    flag: 'spool-limit',
    environment: 'SIGHTLINE_SPOOL_LIMIT',
    argument: 'SIZE',
    default: '10GB',
    help: 'Disk that events waiting for the store may take, such as 500MB or 10GB. Beyond it new events are refused, to be sent again.',
    read: (text) => size(text),
  }),
  log: setting<LogLevel>({
    flag: 'log',
    environment: 'SIGHTLINE_LOG',
    argument: 'LEVEL',
    default: 'warn',
    help: 'How much is logged, on standard error: silent, error, warn, info or debug.',
    read: (text) => LOG_LEVELS.find((level) => level === text) ?? { expected: LOG_LEVELS.join(', ') },
  }),
};

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

export type SettingName = keyof typeof SETTINGS;
type ValueOf<Given> = Given extends Setting<infer Value> ? Value : never;
type Optional = 'clickhouseUrl' | 'postgresUrl' | 'publicUrl' | 'loguiSecret';

/** The configuration: one value for each setting. */
export type Config = { [Name in Exclude<SettingName, Optional>]: ValueOf<(typeof SETTINGS)[Name]> } & {
  [Name in Optional]?: ValueOf<(typeof SETTINGS)[Name]>;
};

/** Reads the configuration from flags as a command parsed them (which win), environment and defaults. */
export function readSettings({ flags, env }: { flags: Record<string, unknown>; env: Environment }): Config | ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const config: Record<string, unknown> = {};
  for (const name of settingNames()) {
    const { flag, environment, read, default: fallback } = SETTINGS[name] as Setting<unknown>;
    const flagged = flags[flag];
    // An empty variable is how compose files and shells say "not set".
    const [source, text] = typeof flagged === 'string' ? [`--${flag}`, flagged] : [environment, env[environment] || fallback];
    if (text === undefined) continue;
    const value = text === '' ? { expected: 'some text' } : read(text);
    if (isUnreadable(value)) problems.push({ setting: name, message: `${source} must be ${value.expected}, got ${shown(name, text)}` });
    else config[name] = value;
  }
  return problems.length > 0 ? problems : (config as Config);
}

/** The options of `util.parseArgs` for some settings. */
export function settingFlags(names: readonly SettingName[]): Record<string, { type: 'string' }> {
  return Object.fromEntries(names.map((name) => [SETTINGS[name].flag, { type: 'string' as const }]));
}

/** The lines of a help text for some settings. */
export function settingHelp(names: readonly SettingName[] = settingNames()): string {
  return names.map((name) => settingLines(SETTINGS[name])).join('\n');
}

type Environment = Record<string, string | undefined>;

/** The names of all settings. */
export const settingNames = () => Object.keys(SETTINGS) as SettingName[];

const settingLines = ({ flag, argument, environment, help, default: fallback }: Setting<unknown>) =>
  `  --${flag} ${argument}\n      ${help}\n      ${environment}${fallback === undefined ? '' : `, default ${fallback}`}`;

function setting<Value>(given: Setting<Value>): Setting<Value> {
  return given;
}

const isUnreadable = (value: unknown): value is Unreadable =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'expected' in value;

/** Secrets are not repeated in logs: a URL may hold a password. */
const shown = (name: SettingName, text: string) =>
  name === 'loguiSecret' || name === 'postgresUrl' || name === 'clickhouseUrl' ? 'something else' : JSON.stringify(text);

function wholeNumber(text: string, most: number): number | Unreadable {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return number <= most ? number : { expected: `a whole number from 0 to ${most}` };
}

function url(text: string, protocols: string[]): string | Unreadable {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol)
    ? text
    : { expected: `a URL that begins with ${protocols.join('// or ')}//` };
}

function originUrl(text: string): string | Unreadable {
  const read = url(text, ['http:', 'https:']);
  if (isUnreadable(read)) return read;
  const { origin, pathname, search, hash } = new URL(read);
  return pathname === '/' && search === '' && hash === ''
    ? origin
    : { expected: 'a URL without a path, such as https://sightline.example.org' };
}

const UNITS: Record<string, number> = { '': 1, B: 1, KB: 1_024, MB: 1_024 ** 2, GB: 1_024 ** 3, TB: 1_024 ** 4 };

function size(text: string): number | Unreadable {
  const [, digits, unit] = /^(\d{1,12})\s*([A-Za-z]{0,2})$/.exec(text) ?? [];
  const bytes = Number(digits) * (UNITS[(unit ?? '').toUpperCase()] ?? Number.NaN);
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : { expected: 'a size such as 500MB or 10GB' };
}

function trustedProxies(text: string): boolean | number | string[] | Unreadable {
  if (text === 'true' || text === 'false') return text === 'true';
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const addresses = text.split(',').map((address) => address.trim());
  return addresses.every(isAddressRange) ? addresses : { expected: 'true, false, a number of hops, or addresses separated by commas' };
}

function isAddressRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
