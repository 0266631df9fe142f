import { randomBytes } from 'node:crypto';

/** A flight's token: nothing can be read from it, nor one guessed. */
export const newToken = (): string => `sl_${randomBytes(24).toString('base64url')}`;
