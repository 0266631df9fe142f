import { randomBytes } from 'node:crypto';
import { NewMember, PASSWORD_LENGTH, type Role } from '@sightline/protocol';
import { Value } from 'typebox/value';
import { createAccounts, type Accounts } from '../auth/accounts.ts';
import { settingHelp } from '../config.ts';
import { CommandFailure } from './command-failure.ts';
import { commandLine } from './command-line.ts';
import type { Command, CommandIo } from './command.ts';
import { withRegistry } from './with-registry.ts';

const SETTINGS = ['data', 'postgresUrl'] as const;
const OPTIONS = {
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  'password-stdin': { type: 'boolean' },
} as const;

/** Lists, adds and removes the accounts that may sign in, and sets their passwords. */
export const user: Command = {
  name: 'user',
  summary: 'List, add and remove accounts, or set a password',
  help: `Usage: sightline user list [OPTIONS]
       sightline user add --email EMAIL [--name NAME] [--role owner|member] [--password-stdin] [OPTIONS]
       sightline user remove --email EMAIL [OPTIONS]
       sightline user password --email EMAIL [--password-stdin] [OPTIONS]

  --email EMAIL
      The account.
  --name NAME
      What the account is called; the email where it is left out.
  --role ROLE
      owner (manages accounts too) or member, default member.
  --password-stdin
      Read the password from the first line of the standard input. Otherwise a new one is made up and printed.
${settingHelp(SETTINGS)}`,

  async run(args, io) {
    const { values, positionals, config } = commandLine({ args, options: OPTIONS, settings: SETTINGS, io });
    const [name, ...more] = positionals;
    const action = actions[name ?? ''];
    if (!action || more.length > 0)
      throw new CommandFailure(2, `expected one of ${Object.keys(actions).join(', ')}, got ${JSON.stringify(positionals.join(' '))}`);
    await withRegistry(config, async (registry) => {
      const log = { error: (details: object, message: string) => io.error(`${message} ${JSON.stringify(details)}\n`) };
      await action(createAccounts({ registry, log }), values, io);
    });
    return 0;
  },
};

type Values = Record<string, string | boolean | undefined>;

const actions: Record<string, (accounts: Accounts, values: Values, io: CommandIo) => Promise<void>> = {
  async list(accounts, _values, io) {
    for (const { email, role, name } of await accounts.list()) io.out(`${email}\t${role}\t${name}\n`);
  },

  async add(accounts, values, io) {
    const email = emailOf(values);
    if (!Value.Check(NewMember.properties.email, email)) {
      throw new CommandFailure(2, `--email must be an address such as ada@example.org, got ${JSON.stringify(email)}`);
    }
    const role = roleOf(values.role);
    const { password, madeUp } = await passwordOf(values, io);
    done(await accounts.add({ email, name: typeof values.name === 'string' ? values.name : email, role, password }));
    if (madeUp) io.out(`${password}\n`);
  },

  async remove(accounts, values) {
    const email = emailOf(values);
    const account = (await accounts.list()).find((each) => each.email === email);
    if (!account) throw new CommandFailure(1, `There is no account ${JSON.stringify(email)}`);
    done(await accounts.remove(account.id));
  },

  async password(accounts, values, io) {
    const email = emailOf(values);
    const { password, madeUp } = await passwordOf(values, io);
    done(await accounts.setPassword(email, password));
    if (madeUp) io.out(`${password}\n`);
  },
};

function emailOf({ email }: Values): string {
  if (typeof email !== 'string') throw new CommandFailure(2, '--email is missing: the email of an account');
  return email.trim().toLowerCase();
}

function roleOf(given: string | boolean | undefined): Role {
  if (given === undefined || given === 'member') return 'member';
  if (given === 'owner') return 'owner';
  throw new CommandFailure(2, `--role must be owner or member, got ${JSON.stringify(given)}`);
}

async function passwordOf(values: Values, io: CommandIo): Promise<{ password: string; madeUp: boolean }> {
  if (!values['password-stdin']) return { password: randomBytes(15).toString('base64url'), madeUp: true };
  const [password = ''] = (await io.input()).split(/\r?\n/);
  const { least, most } = PASSWORD_LENGTH;
  if (password.length < least || password.length > most) {
    throw new CommandFailure(2, `the password must have from ${least} to ${most} characters, got ${password.length}`);
  }
  return { password, madeUp: false };
}

function done(answer: object): void {
  if ('refusal' in answer && 'message' in answer) throw new CommandFailure(1, String(answer.message));
}
