import type { AccountRefusal } from './account-refusal.ts';

/** What a caller is told whom better-auth did not let through with a code. */
export const codeWrong = (response: Response): AccountRefusal =>
  isTooFast(response)
    ? tooFast(response)
    : {
        refusal: 'credentialsWrong',
        field: 'code',
        message: 'code: it is not the one that the authenticator shows now, nor a backup code that is left',
      };

/** What a caller is told whom better-auth did not let through with their password. */
export const passwordWrong = (response: Response): AccountRefusal =>
  isTooFast(response)
    ? tooFast(response)
    : { refusal: 'credentialsWrong', field: 'password', message: 'password: it is not this account’s password' };

/** Whether better-auth answers that there were too many attempts. */
export const isTooFast = ({ status }: Response): boolean => status === 429;

/** When the caller may try again. */
export function tooFast({ headers }: Response): AccountRefusal {
  const seconds = Number(headers.get('x-retry-after'));
  return { refusal: 'tooFast', message: `Too many attempts to sign in; try again in ${seconds} s`, retryAfterS: seconds };
}
