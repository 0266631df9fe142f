import { resolve } from 'node:path';
import { isUuid } from '@sightline/protocol';
import { settingHelp } from '../config.ts';
import { erasePerson } from '../erasure/erase-person.ts';
import { eraseSessions } from '../erasure/erase-sessions.ts';
import { CommandFailure } from './command-failure.ts';
import { commandLine } from './command-line.ts';
import type { Command } from './command.ts';
import { namedPerson } from './named-person.ts';

const SETTINGS = ['data', 'clickhouseUrl', 'postgresUrl'] as const;

/** Erases a session, or a person with everything that is theirs. */
export const erase: Command = {
  name: 'erase',
  summary: 'Erase a session or a person',
  help: `Usage: sightline erase --session ID [OPTIONS]
       sightline erase --person NAME [--application NAME-OR-ID] [OPTIONS]

Erases for good: events, recordings, measures, notes and what was kept aside can be read no more at once, and leave the disk as the store
merges its files. Exports that may hold them lose their files. What browsers still send of these sessions is not stored any more.

  --session ID
      The session.
  --person NAME
      Everything of a person in all flights of their application: all their visitors and sessions, their name, and who they were as a
      participant of a study. Their email or code, their id, or visitor- and the id of a visitor without a name.
  --application NAME-OR-ID
      The person's application, where several have a person of that name.
${settingHelp(SETTINGS)}`,

  async run(args, io) {
    const { values, config } = commandLine({ args, options: OPTIONS, settings: SETTINGS, io });
    const { session, person, application } = values;
    if (session !== undefined && person !== undefined) throw new CommandFailure(2, 'expected --session or --person, got both');
    if (person === undefined && (typeof session !== 'string' || !isUuid(session))) {
      throw new CommandFailure(2, `--session must be a session's id, got ${session === undefined ? 'nothing' : JSON.stringify(session)}`);
    }
    // The store is loaded only where there is something to do.
    const { withErasure } = await import('./with-erasure.ts');
    const settings = { ...config, data: resolve(config.data) };
    if (person === undefined) {
      const id = String(session).toLowerCase();
      await withErasure(settings, async (deps) => {
        const came = await deps.store.sessionCame({ session: id });
        if (!came) throw new CommandFailure(1, `there is no session ${id}`);
        await eraseSessions(deps, { flight: came.flight, sessions: [id], since: came.at });
      });
      io.out(`Erased session ${id}.\n`);
      return 0;
    }
    await withErasure(settings, async (deps) => {
      const found = await namedPerson(deps.registry, {
        name: String(person),
        application: application === undefined ? undefined : String(application),
      });
      const { visitors, sessions, participants, exports } = await erasePerson(deps, found);
      await deps.registry.audit.note({
        account: 'sightline erase',
        key: null,
        action: 'people.remove',
        subject: `/people/${found.personId ?? 'visitor-…'}`,
        applicationId: found.applicationId,
      });
      io.out(`Erased ${count(sessions, 'session')} of ${count(visitors, 'visitor')}.\n`);
      if (participants.length > 0) io.out(`Forgot who took part as ${participants.join(', ')}.\n`);
      for (const id of exports) io.out(`Took the file of export ${id} away.\n`);
    });
    return 0;
  },
};

const OPTIONS = { session: { type: 'string' }, person: { type: 'string' }, application: { type: 'string' } } as const;

const count = (number: number, of: string): string => `${number} ${of}${number === 1 ? '' : 's'}`;
