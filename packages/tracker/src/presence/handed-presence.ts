import type { Page } from '../page/page.ts';

/** What a document of a tab tells the next one, so that a navigation within the site costs no time. Instants on the monotonic clock of who asks. */
export interface Handed {
  leftAt: number;
  lastInput: number;
  wasShown: boolean;
}

const KEY = 'sightline-presence';

/** Carries presence from one document of a tab to the next, in `sessionStorage` and only between them. */
export function handedPresence({ session, framed, wall, monotonic }: Pick<Page, 'session' | 'framed' | 'wall' | 'monotonic'>) {
  // Frames share the storage of their tab, and are not documents of it.
  if (framed) return { take: () => undefined, give: () => undefined };
  return {
    take(): Handed | undefined {
      const text = session.get(KEY);
      session.remove(KEY);
      const [leftAt, lastInput, wasShown] = numbersIn(text);
      if (leftAt === undefined || lastInput === undefined) return undefined;
      const ahead = wall() - monotonic();
      return {
        leftAt: Math.min(leftAt - ahead, monotonic()),
        lastInput: Math.min(lastInput - ahead, monotonic()),
        wasShown: wasShown === 1,
      };
    },
    give({ leftAt, lastInput, wasShown }: Handed): void {
      const ahead = wall() - monotonic();
      session.set(KEY, [leftAt + ahead, Math.max(lastInput + ahead, 0), Number(wasShown)].join());
    },
  };
}

/** A page's own scripts may have written anything there. */
function numbersIn(text: string | null): number[] {
  const numbers = (text ?? '').split(',').map(Number);
  return numbers.length === 3 && numbers.every(Number.isFinite) ? numbers : [];
}
