import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAccounts } from '../auth/accounts.ts';
import { flightAccess } from '../registry/flight-access.ts';
import { openRegistry } from '../registry/registry.ts';
import { commands } from './index.ts';
import { runCommand } from './run-command.ts';

const raised = (error: Error) => {
  throw error;
};

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'sightline-cli-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const sightline = async (line: string, { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {}) => {
  let out = '';
  let error = '';
  const code = await runCommand(line.split(' ').filter(Boolean), commands, {
    env: { SIGHTLINE_DATA: data, ...env },
    out: (text) => (out += text),
    error: (text) => (error += text),
    input: async () => input,
    output: () => new PassThrough(),
    ended: () => new Promise(() => undefined),
  });
  return { code, out, error };
};
const done = (out: string | object) => ({ code: 0, out, error: '' });

describe('sightline', () => {
  test.each(commands.map(({ name }) => name))('%s --help says how it is used', async (name) => {
    expect(await sightline(`${name} --help`)).toEqual(done(expect.stringContaining(`Usage: sightline ${name}`)));
    expect((await sightline('--help')).out).toContain(`  ${name}`);
  });

  test.each([
    ['', 2, '', 'Usage:'],
    ['tokens', 2, 'sightline: there is no command "tokens"; `sightline --help` lists them\n', ''],
    ['token', 2, 'sightline token: --flight is missing: the name or id of a flight\n', ''],
    ['token default', 2, 'sightline token: unexpected "default"; name the flight with --flight\n', ''],
    ['token --flight nothing', 1, 'sightline token: There is no flight "nothing"\n', ''],
    ['token --flight x --postgres-url mysql://x', 2, 'sightline token: --postgres-url must be a URL that begins with', ''],
    ['export --flight default --format xml', 2, '--format must be one of csv, parquet, jsonl, logui, bids, replay, rrweb, got "xml"', ''],
    ['export --format csv', 2, '--flight is missing', ''],
    ['export --flight default --format csv --out x.csv', 2, 'choose one of them with --tables; got "x.csv"', ''],
    ['export --flight default --format csv --tables a,events', 2, 'got a\n', ''],
    ['export --flight default --format logui --tables events', 2, 'logui has a shape of its own and no tables to choose', ''],
    ['export --flight default --from soon', 2, '--from must be a time such as 2026-11-21T10:00Z, got "soon"', ''],
    ['export --flight default --device watch', 2, '--device must be one of desktop, tablet, phone, got "watch"', ''],
    ['export --flight default --where condition', 2, '--where must be a field and its value such as condition:c2, got "condition"', ''],
    ['export --flight default --min-events -1', 2, 'min-events', ''],
    ['export --flight default --live maybe', 2, '--live must be yes or no, got "maybe"', ''],
    ['export --flight default --within soon', 2, '--within must be a number of seconds, got "soon"', ''],
    ['erase --session x --person y', 2, 'expected --session or --person, got both', ''],
    ['erase --person nobody', 1, 'there is no person "nobody"', ''],
    ['erase --person visitor-7', 2, '--person: visitor- must be followed by a visitor\'s id, got "visitor-7"', ''],
    ['erase --person ada --application nowhere', 1, 'there is no application "nowhere"', ''],
    ['export --flight default --session 7', 2, '--session must be a session\'s id, got "7"', ''],
    ['import --flight default', 2, 'one file is expected', ''],
    ['import --flight default --format edf x.csv', 2, '--format must be jsonl or fixations, got "edf"', ''],
    ['import x.jsonl', 2, '--flight is missing', ''],
    ['import --flight default nowhere.jsonl', 1, 'there is no file nowhere.jsonl', ''],
    ['user', 2, 'sightline user: expected one of list, add, remove, password, got ""\n', ''],
    ['user list all', 2, 'sightline user: expected one of list, add, remove, password, got "list all"\n', ''],
    ['user add', 2, 'sightline user: --email is missing: the email of an account\n', ''],
    ['user add --email ada', 2, 'sightline user: --email must be an address such as ada@example.org, got "ada"\n', ''],
    ['user add --email ada@example.org --role king', 2, 'sightline user: --role must be owner or member, got "king"\n', ''],
    [
      'user add --email ada@example.org --password-stdin',
      2,
      'sightline user: the password must have from 10 to 128 characters, got 0\n',
      '',
    ],
    ['user remove --email ada@example.org', 1, 'sightline user: There is no account "ada@example.org"\n', ''],
    ['user password --email ada@example.org', 1, 'sightline user: There is no account "ada@example.org"\n', ''],
  ])('%s ends with %d', async (line, code, error, out) => {
    expect(await sightline(line)).toEqual({ code, error: expect.stringContaining(error), out: expect.stringContaining(out) });
  });

  test('token prints the same token each time and nothing else, and another when asked', async () => {
    const { out } = await sightline('token --flight default');
    expect(out).toMatch(/^sl_[\w-]{32}\n$/);
    expect(await sightline('token --flight default --application Default')).toEqual(done(out));
    const another = await sightline('token --flight default --new');
    expect(another.out).toMatch(/^sl_[\w-]{32}\n$/);
    expect(another.out).not.toBe(out);
  });

  test('token names a file that stands where the data folder should', async () => {
    const file = join(data, 'file');
    writeFileSync(file, '');
    expect(await sightline(`token --flight default --data ${file}`)).toMatchObject({
      code: 1,
      error: expect.stringContaining('is not a folder'),
    });
  });

  test('user adds, lists, changes and removes accounts that can sign in', async () => {
    expect(
      await sightline('user add --email Ada@example.org --name Ada --role owner --password-stdin', { input: 'correct horse\n' }),
    ).toEqual(done(''));
    const { out: madeUp } = await sightline('user add --email bob@example.org');
    expect(madeUp).toMatch(/^[\w-]{20}\n$/);
    expect(await sightline('user list')).toEqual(done('ada@example.org\towner\tAda\nbob@example.org\tmember\tbob@example.org\n'));
    expect(await sightline('user add --email bob@example.org')).toMatchObject({ code: 1, error: expect.stringContaining('already') });
    expect(await sightline('user remove --email ada@example.org')).toMatchObject({ code: 1, error: expect.stringContaining('only owner') });

    const registry = await openRegistry({ data, onError: raised });
    const accounts = createAccounts({ registry, log: { error: (_, message) => raised(new Error(message)) } });
    const caller = { address: '127.0.0.1', agent: '' };
    const enter = (email: string, password: string) => accounts.signIn({ email, password }, caller);
    expect(await enter('ada@example.org', 'correct horse')).toMatchObject({ account: { role: 'owner' } });
    expect(await enter('bob@example.org', madeUp.trim())).toMatchObject({ account: { role: 'member' } });

    // The server has the registry open meanwhile.
    const { out: next } = await sightline('user password --email bob@example.org');
    expect(await enter('bob@example.org', madeUp.trim())).toMatchObject({ refusal: 'credentialsWrong' });
    expect(await enter('bob@example.org', next.trim())).toMatchObject({ account: { role: 'member' } });
    expect(await sightline('user remove --email BOB@example.org')).toEqual(done(''));
    expect(await enter('bob@example.org', next.trim())).toMatchObject({ refusal: 'credentialsWrong' });
    await registry.close();
  });

  test('token makes one that a running server takes at once', async () => {
    const registry = await openRegistry({ data, onError: raised });
    const access = flightAccess({ registry, every: () => () => undefined, log: { warn: (_, message) => raised(new Error(message)) } });
    await access.unsigned();
    const { out } = await sightline('token --flight default --new');
    expect(await access.byToken(out.trim())).toEqual(await access.unsigned());
    await registry.close();
  });
});
