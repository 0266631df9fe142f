import { number, plural } from './number.ts';

const said = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The player on a session's page, and the notes pinned to its moments. */
export const player = {
  player: {
    title: 'Replay',
    play: 'Play',
    pause: 'Pause',
    back: 'Back 5 seconds',
    forward: 'Forward 5 seconds',
    speed: 'Speed',
    times: (speed: number) => `${number(speed, 1)}×`,
    skipIdle: 'Skip idle',
    skipIdleMeaning: 'Leaps over stretches longer than 10 s in which nobody was active in any tab.',
    live: 'Live',
    goLive: 'Go to the end and stay there',
    position: 'Position in the session',
    copyLink: 'Copy link to this moment',
    keys: 'Keys',
    keyTable: [
      ['Space or K', 'play or pause'],
      ['← →', '5 s back or forward, with Shift 30 s'],
      [', .', 'event before or after'],
      ['J L', 'slower or faster'],
      ['Home End', 'start or end'],
      ['N', 'note at this moment'],
    ] as const,
    tab: 'Tab on the stage',
    seenTab: 'Tab that was seen',
    address: 'Address of the recorded page',
    noAddress: 'Address not recorded',
    loading: 'Loading the recording …',
    failed: 'This moment cannot be shown',
    retry: 'Try again',
    size: (width: number, height: number) => `${Math.round(width)} × ${Math.round(height)}`,
    missing: (chunks: number) =>
      `${plural(chunks, 'part', 'parts')} of this recording never arrived: the picture may be behind until the next full one.`,
    marks: 'marks',
    recorded: 'recorded',
    hint: 'Click or drag on the timeline to look at a moment.',
    momentKinds: {
      page: 'Page',
      condition: 'Data changed',
      rage: 'Rage clicks',
      error: 'Error',
      network: 'Request failed',
      note: 'Note',
    },
    changed: (changes: Record<string, unknown>) =>
      `Data changed: ${Object.entries(changes)
        .map(([name, value]) => `${name} ${said(value)}`)
        .join(', ')}`,
    rage: (clicks: number, target: string) => `Rage clicks: ${number(clicks)} on ${target || 'one place'}`,
    follow: 'Back to the playhead',
    jump: (title: string) => `Show in the timeline: ${title}`,
  },
  notes: {
    title: 'Notes',
    none: 'Nobody has pinned a note to this session. What you remark stays at its moment, goes into exports, and can carry tags to count by.',
    add: 'New note',
    words: 'Note',
    wordsHint: 'What happens here?',
    tags: 'Tags',
    tagsHint: 'trust, price',
    pin: (offset: string) => `Pin to ${offset}`,
    save: 'Save note',
    cancel: 'Cancel',
    edit: 'Edit note',
    remove: 'Remove note',
    removed: 'Note removed.',
    undo: 'Undo',
    by: (author: string, edited: boolean) => (edited ? `${author}, edited` : author),
    at: (offset: string) => `Go to ${offset}`,
    failed: (message: string) => `The note could not be saved: ${message}`,
    notRead: (message: string) => `Notes could not be read: ${message}`,
  },
};
