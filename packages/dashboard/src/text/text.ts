import { en } from './en.ts';

/** Every text that a language must have. */
export type Text = typeof en;

/** The interface's words. One more language: a file like `en.ts`, and a choice here. */
export const text: Text = en;
