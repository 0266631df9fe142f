import { isUuid } from '@sightline/protocol';
import type { PersonToErase } from '../erasure/person-to-erase.ts';
import type { Registry } from '../registry/registry.ts';
import { CommandFailure } from './command-failure.ts';

const VISITOR = 'visitor-';

/** The one person that somebody typed: by name, by id, or a visitor without a name. */
export async function namedPerson(
  { applications, people }: Pick<Registry, 'applications' | 'people'>,
  { name, application: wanted }: { name: string; application: string | undefined },
): Promise<PersonToErase> {
  const all = await applications.list();
  const among = wanted === undefined ? all : all.filter((each) => each.id === wanted || each.name === wanted);
  if (among.length === 0) throw new CommandFailure(1, `there is no application ${JSON.stringify(wanted)}`);
  const hint = `name one with --application: ${among.map((each) => each.name).join(', ')}`;
  if (name.startsWith(VISITOR)) {
    const visitor = name.slice(VISITOR.length).toLowerCase();
    if (!isUuid(visitor)) throw new CommandFailure(2, `--person: visitor- must be followed by a visitor's id, got ${JSON.stringify(name)}`);
    const [only, another] = among;
    if (only === undefined || another) throw new CommandFailure(2, `a visitor may be in several applications; ${hint}`);
    return { applicationId: only.id, visitors: [visitor] };
  }
  const identity = name.trim().toLowerCase();
  const found = (await Promise.all(among.map(({ id }) => people.list(id))))
    .flat()
    .filter(({ id, label }) => id === identity || label.toLowerCase() === identity);
  const [person, another] = found;
  if (!person) throw new CommandFailure(1, `there is no person ${JSON.stringify(name)}`);
  if (another) throw new CommandFailure(2, `several applications have a person ${JSON.stringify(name)}; ${hint}`);
  return { applicationId: person.applicationId, personId: person.id, visitors: person.visitors };
}
