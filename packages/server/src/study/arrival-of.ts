import type { Arrival } from '../registry/participants.ts';

/** Recruiters and how their links name people: MTurk shows a task with such an assignment before anybody has taken it. */
const MTURK_PREVIEW = 'ASSIGNMENT_ID_NOT_AVAILABLE';
/** A link that the recruiter did not fill in, as in a preview. */
const PLACEHOLDER = /^\{\{%|%\}\}$|^\$\{/;

/** Whom a recruitment link's parameters name; `preview` where a recruiter only shows the study, nothing where they name nobody. */
export function arrivalOf(parameters: Readonly<Record<string, unknown>>, participantParameter: string): Arrival | 'preview' | undefined {
  const text = (name: string) => {
    const value = parameters[name];
    return typeof value === 'string' && value !== '' && value.length <= 200 ? value : undefined;
  };
  const others = (...names: string[]) =>
    Object.fromEntries(names.flatMap((name) => (text(name) === undefined ? [] : [[name, text(name) ?? '']])));
  const code = text(participantParameter) ?? text('participant') ?? text('code');
  if (code !== undefined) return { source: 'code', code };
  const prolific = text('PROLIFIC_PID');
  const worker = text('workerId');
  if (text('assignmentId') === MTURK_PREVIEW || PLACEHOLDER.test(prolific ?? worker ?? '')) return 'preview';
  if (prolific !== undefined) return { source: 'prolific', externalId: prolific, recruiter: others('STUDY_ID', 'SESSION_ID') };
  if (worker !== undefined) return { source: 'mturk', externalId: worker, recruiter: others('assignmentId', 'hitId', 'turkSubmitTo') };
  return undefined;
}
