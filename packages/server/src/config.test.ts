import { expect, test } from 'vitest';
import { commandLine } from './cli/command-line.ts';
import type { CommandIo } from './cli/command.ts';
import { serve } from './cli/serve.ts';
import { readSettings, SETTINGS, settingHelp, settingNames } from './config.ts';

const NO_OPTIONS = { options: {}, settings: settingNames() };
const defaults = {
  host: '127.0.0.1',
  port: 8_000,
  data: './data',
  trustProxy: false,
  rateLimit: 0,
  spoolLimitBytes: 10 * 1_024 ** 3,
  log: 'warn',
};

test('without flags and environment every setting has its default', () => {
  expect(readSettings({ flags: {}, env: {} })).toEqual(defaults);
});

test.each([
  ['SIGHTLINE_HOST', '0.0.0.0', { host: '0.0.0.0' }],
  ['SIGHTLINE_PORT', '0', { port: 0 }],
  ['SIGHTLINE_PORT', '65535', { port: 65_535 }],
  ['SIGHTLINE_PORT', '', {}],
  ['SIGHTLINE_DATA', '/var/lib/sightline', { data: '/var/lib/sightline' }],
  ['SIGHTLINE_CLICKHOUSE_URL', 'http://node:8123', { clickhouseUrl: 'http://node:8123' }],
  ['SIGHTLINE_POSTGRES_URL', 'postgres://u:p@db/sightline', { postgresUrl: 'postgres://u:p@db/sightline' }],
  ['SIGHTLINE_PUBLIC_URL', 'https://Sightline.example.org/', { publicUrl: 'https://sightline.example.org' }],
  ['SIGHTLINE_TRUST_PROXY', 'true', { trustProxy: true }],
  ['SIGHTLINE_TRUST_PROXY', '2', { trustProxy: 2 }],
  ['SIGHTLINE_TRUST_PROXY', '10.0.0.0/8, ::1', { trustProxy: ['10.0.0.0/8', '::1'] }],
  ['SIGHTLINE_RATE_LIMIT', '50', { rateLimit: 50 }],
  ['SIGHTLINE_LOGUI_SECRET', 'django', { loguiSecret: 'django' }],
  ['SIGHTLINE_SPOOL_LIMIT', '500mb', { spoolLimitBytes: 500 * 1_024 ** 2 }],
  ['SIGHTLINE_SPOOL_LIMIT', '1000000', { spoolLimitBytes: 1_000_000 }],
  ['SIGHTLINE_LOG', 'debug', { log: 'debug' }],
])('%s=%s is read', (name, text, change) => {
  expect(readSettings({ flags: {}, env: { [name]: text } })).toEqual({ ...defaults, ...change });
});

test.each([
  ['SIGHTLINE_HOST', 'http://x', 'SIGHTLINE_HOST must be a host name or an address, got "http://x"'],
  ['SIGHTLINE_PORT', '65536', 'SIGHTLINE_PORT must be a whole number from 0 to 65535, got "65536"'],
  ['SIGHTLINE_PORT', 'eighty', 'SIGHTLINE_PORT must be a whole number from 0 to 65535, got "eighty"'],
  ['SIGHTLINE_PORT', '-1', 'SIGHTLINE_PORT must be a whole number from 0 to 65535, got "-1"'],
  [
    'SIGHTLINE_CLICKHOUSE_URL',
    'node:8123',
    'SIGHTLINE_CLICKHOUSE_URL must be a URL that begins with http:// or https://, got something else',
  ],
  [
    'SIGHTLINE_POSTGRES_URL',
    'mysql://u:secret@db',
    'SIGHTLINE_POSTGRES_URL must be a URL that begins with postgres:// or postgresql://, got something else',
  ],
  [
    'SIGHTLINE_PUBLIC_URL',
    'https://example.org/sightline',
    'SIGHTLINE_PUBLIC_URL must be a URL without a path, such as https://sightline.example.org, got "https://example.org/sightline"',
  ],
  [
    'SIGHTLINE_TRUST_PROXY',
    '10.0.0.0/33',
    'SIGHTLINE_TRUST_PROXY must be true, false, a number of hops, or addresses separated by commas, got "10.0.0.0/33"',
  ],
  ['SIGHTLINE_SPOOL_LIMIT', 'much', 'SIGHTLINE_SPOOL_LIMIT must be a size such as 500MB or 10GB, got "much"'],
  ['SIGHTLINE_SPOOL_LIMIT', '0', 'SIGHTLINE_SPOOL_LIMIT must be a size such as 500MB or 10GB, got "0"'],
  ['SIGHTLINE_LOG', 'loud', 'SIGHTLINE_LOG must be silent, error, warn, info, debug, got "loud"'],
])('%s=%s is refused', (name, text, message) => {
  expect(readSettings({ flags: {}, env: { [name]: text } })).toMatchObject([{ message }]);
});

test('a flag wins over the environment, and both ways of writing it work', () => {
  const env = { SIGHTLINE_PORT: '2', SIGHTLINE_HOST: 'x' };
  expect(commandLine({ args: ['--port', '1', '--host=::1'], ...NO_OPTIONS, io: { env } }).config).toMatchObject({ port: 1, host: '::1' });
});

test('a flag is named in what is wrong with it, and all problems are told at once', () => {
  expect(readSettings({ flags: { port: 'x', data: '' }, env: { SIGHTLINE_LOG: 'x' } })).toEqual([
    { setting: 'port', message: '--port must be a whole number from 0 to 65535, got "x"' },
    { setting: 'data', message: '--data must be some text, got ""' },
    { setting: 'log', message: 'SIGHTLINE_LOG must be silent, error, warn, info, debug, got "x"' },
  ]);
});

test.each([[['--prot', '1']], [['extra']], [['--port']]])('%j is refused', async (args) => {
  const io = { env: {} } as CommandIo;
  await expect(serve.run(args, io)).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(args[0] ?? '') });
});

test('the help names every flag and variable', () => {
  const help = settingHelp();
  for (const { flag, environment } of Object.values(SETTINGS)) {
    expect(help).toContain(`--${flag} `);
    expect(help).toContain(environment);
  }
});
