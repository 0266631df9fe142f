import { PASSWORD_LENGTH } from '@sightline/protocol';
import { text } from '../../text/text.ts';

/** What is wrong with a password, if anything: length is the one rule, because others make passwords worse. */
export function passwordProblem(password: string): string | undefined {
  const { least, most } = PASSWORD_LENGTH;
  if (password.length < least) return text.setup.passwordShort(least);
  if (password.length > most) return text.setup.passwordLong(most);
  return undefined;
}
