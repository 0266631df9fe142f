import type { Command } from './command.ts';
import { erase } from './erase.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { serve } from './serve.ts';
import { token } from './token.ts';
import { user } from './user.ts';
import { verify } from './verify.ts';

/** Every command there is. */
export const commands: Command[] = [serve, exportCommand, importCommand, erase, verify, token, user];
