import type { CaptureSettings, SettingsProblem } from '@sightline/protocol';
import { text } from '../../text/text.ts';

/** The selectors that a browser does not understand, by their path. */
export function selectorProblems({ recording, logui }: CaptureSettings, document: Document): SettingsProblem[] {
  const place = document.createDocumentFragment();
  const isSelector = (selector: string) => {
    try {
      place.querySelector(selector);
      return true;
    } catch {
      // That is how a browser says no.
      return false;
    }
  };
  const lists = (['maskText', 'block', 'ignore'] as const).flatMap((name) =>
    (recording?.[name] ?? []).map((selector, index) => ({ path: `recording.${name}.${index}`, selector })),
  );
  const groups = Object.entries(logui ?? {}).map(([name, group]) => ({ path: `logui.${name}.selector`, selector: group?.selector }));
  return [...lists, ...groups]
    .filter(({ selector }) => typeof selector === 'string' && selector !== '' && !isSelector(selector))
    .map(({ path, selector }) => ({ path, message: text.settings.noSelector(selector) }));
}
