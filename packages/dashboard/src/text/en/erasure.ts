import { plural } from './number.ts';

/** Erasing a person. */
export const erasure = {
  erasure: {
    action: 'Erase …',
    title: (name: string) => `Erase ${name}`,
    meaning: (sessions: number, devices: number) =>
      `${plural(sessions, 'session', 'sessions')} of ${plural(devices, 'device', 'devices')}, in all flights of this application, with recordings, measures and notes, and who they are. It cannot be undone.`,
    exports: 'Finished exports that may hold them lose their files; files that somebody downloaded stay where they are.',
    shared: 'On a device that somebody else uses too, sessions in which the page said it is them stay.',
    late: 'What their browser still sends of these sessions is not stored. If they come back, they are recorded anew.',
    typeName: (name: string) => `Type “${name}” to erase them`,
    now: 'Erase for good',
    done: (sessions: number) => `Erased, with ${plural(sessions, 'session', 'sessions')}.`,
    lostFiles: (count: number) => `${plural(count, 'export', 'exports')} lost the file:`,
    noExports: 'No export held them.',
    participants: (codes: readonly string[]) => `Who took part as ${codes.join(', ')} is forgotten; codes and conditions stay.`,
  },
};
