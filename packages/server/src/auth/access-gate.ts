import type { preHandlerAsyncHookHandler } from 'fastify';
import { refuse } from '../api/refuse.ts';
import type { Access } from './access.ts';
import { covers, neededFor, type Ability } from './ability.ts';
import { pathOf, subjectsOf, type Subject, type SubjectDeps } from './subjects-of.ts';

/** Routes that are about nobody's application, or look themselves who may see what. */
const OPEN = /^\/(me|setup|sign-in|sign-out|join|second-factor|account|keys|audit|access|applications)(\/|$)(?!:id)/;

const SAID: Record<Ability, string> = {
  observe: 'see running sessions of',
  view: 'look at',
  research: 'change or take away data of',
  own: 'manage',
};

/**
 * Lets a call through where somebody may do what it needs in every application that it is about. A call that names no application
 * needs somebody who may do it everywhere: what this gate does not know, it does not let through.
 */
export function accessGate({ access, ...deps }: SubjectDeps & { access: Access }): preHandlerAsyncHookHandler {
  const find = subjectsOf(deps);
  return async (request, reply) => {
    const { account, apiKey } = request;
    const path = pathOf(request);
    // Routes that need no account have no hook that sets one; who needs one and has none was refused before.
    if (!account || path === '' || OPEN.test(path)) return;
    const who = { account, key: apiKey ?? undefined };
    const needs = neededFor(request.method, path);
    if (access.mayEverywhere(who, needs)) return;
    const subjects = await find(request);
    const has = await Promise.all(subjects.map((subject) => subject && access.abilityIn(who, subject.applicationId)));
    const may = async (ability: Ability | undefined, subject: Subject | undefined) =>
      covers(ability, needs) || (ability === 'observe' && needs === 'view' && (await subject?.live()) === true);
    const answers = await Promise.all(has.map((ability, index) => may(ability, subjects[index])));
    if (answers.length > 0 && answers.every(Boolean)) return;
    // Whoever may not even look is not told whether it is there.
    if (has.includes(undefined))
      return refuse(reply, {
        refusal: 'notFound',
        message: `There is nothing here that you may see: ${request.method} ${request.url.split('?')[0]}`,
      });
    return refuse(reply, {
      refusal: 'notAllowed',
      message: `You may not ${SAID[needs]} ${subjects.length > 0 ? 'this application' : 'what belongs to no application in particular'}${apiKey ? ' with this key' : ''}`,
    });
  };
}
