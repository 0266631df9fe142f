import { text } from '../../text/text.ts';

/** What the server takes; length is the one rule, because others make passwords worse. */
export const PASSWORD_LENGTH = { min: 10, max: 128 } as const;

/** What is wrong with a password, if anything. */
export function passwordProblem(password: string): string | undefined {
  if (password.length < PASSWORD_LENGTH.min) return text.setup.passwordShort(PASSWORD_LENGTH.min);
  if (password.length > PASSWORD_LENGTH.max) return text.setup.passwordLong(PASSWORD_LENGTH.max);
  return undefined;
}
