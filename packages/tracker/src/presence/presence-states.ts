import type { PresenceState } from '@sightline/protocol';

/** What a tab is; `gone` was left, or its session is over, and may come back. */
export type TabState = Exclude<PresenceState, 'asleep'> | 'gone';

/**
 * What can happen to it. `hidden`, `visible` and `focused` are what the browser shows; `slept` is a gap in time that was noticed after it;
 * `left` is the end of the document or of the session.
 */
export type TabSignal = 'hidden' | 'visible' | 'focused' | 'input' | 'idle' | 'slept' | 'frozen' | 'left';

/** Every state under every signal. Input counts only where there is focus; who slept has to show again that somebody is there. */
export const nextTabState: Record<TabState, Record<TabSignal, TabState>> = {
  gone: {
    hidden: 'hidden',
    visible: 'visible',
    focused: 'focused',
    input: 'gone',
    idle: 'gone',
    slept: 'gone',
    frozen: 'gone',
    left: 'gone',
  },
  frozen: {
    hidden: 'hidden',
    visible: 'visible',
    focused: 'focused',
    input: 'frozen',
    idle: 'frozen',
    slept: 'frozen',
    frozen: 'frozen',
    left: 'gone',
  },
  hidden: {
    hidden: 'hidden',
    visible: 'visible',
    focused: 'focused',
    input: 'hidden',
    idle: 'hidden',
    slept: 'hidden',
    frozen: 'frozen',
    left: 'gone',
  },
  visible: {
    hidden: 'hidden',
    visible: 'visible',
    focused: 'focused',
    input: 'visible',
    idle: 'visible',
    slept: 'visible',
    frozen: 'frozen',
    left: 'gone',
  },
  focused: {
    hidden: 'hidden',
    visible: 'visible',
    focused: 'focused',
    input: 'active',
    idle: 'focused',
    slept: 'focused',
    frozen: 'frozen',
    left: 'gone',
  },
  active: {
    hidden: 'hidden',
    visible: 'visible',
    focused: 'active',
    input: 'active',
    idle: 'focused',
    slept: 'focused',
    frozen: 'frozen',
    left: 'gone',
  },
};

/** Whether somebody can see the tab, so that its time goes on. */
export const isShown = (state: TabState): boolean => state === 'visible' || state === 'focused' || state === 'active';
