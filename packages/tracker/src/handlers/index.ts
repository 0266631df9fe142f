import { formSubmission } from './form-submission.ts';
import type { Handler, HandlerDeps } from './handler.ts';
import { mouseClick } from './mouse-click.ts';
import { mouseHover } from './mouse-hover.ts';
import { scrollable } from './scrollable.ts';

/** Every handler that a group can name as its `event`; any other name is a DOM event. */
export const handlers: Readonly<Record<string, (deps: HandlerDeps) => Handler>> = { mouseHover, mouseClick, formSubmission, scrollable };
