import type { ParticipantRecord } from '../registry/participant-record.ts';
import type { StudyRecord } from '../registry/studies.ts';
import { escaped, studyPage } from './study-page.ts';

type Recruited = Pick<ParticipantRecord, 'code' | 'recruiter'>;

/** What somebody sees who is done: their completion code, and the way back to whoever recruited them. */
export function studyThanks({ settings: { completionUrl, completionCode } }: StudyRecord, participant: Recruited): string {
  const code = completionCode === null ? '' : `<p>Your completion code is</p><p><code>${escaped(completionCode)}</code></p>`;
  const task = taskForm(participant, completionCode);
  const back = completionUrl === null ? '' : `<p><a class="button" href="${escaped(completionUrl)}">Return to the recruiter</a></p>`;
  const way = task ?? back;
  return studyPage('Thank you for taking part', code, way, code === '' && way === '' ? '<p>You can close this page.</p>' : '');
}

/** Whether somebody came by a task of MTurk's that only a form hands in. */
export const submitsTask = (participant: Recruited): boolean => taskForm(participant, null) !== undefined;

/** MTurk takes a finished task as a form sent from the worker's own browser, to the host that its link named. */
function taskForm({ code, recruiter: { assignmentId, turkSubmitTo } }: Recruited, completionCode: string | null): string | undefined {
  if (assignmentId === undefined || turkSubmitTo === undefined || !isMturk(turkSubmitTo)) return undefined;
  const fields = { assignmentId, participant: code, ...(completionCode !== null && { completionCode }) };
  const inputs = Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`);
  const address = new URL('/mturk/externalSubmit', turkSubmitTo).href;
  return `<form method="post" action="${escaped(address)}">${inputs.join('')}<button class="yes">Submit the task</button></form>`;
}

/** Nobody's link may have participants' codes sent elsewhere. */
function isMturk(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && hostname.endsWith('.mturk.com');
}
