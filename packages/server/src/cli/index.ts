import type { Command } from './command.ts';
import { token } from './token.ts';
import { user } from './user.ts';

/** Every command there is. */
export const commands: Command[] = [token, user];
