import type { Collector } from '../collectors/collector.ts';
import { isSelector } from '../page/is-selector.ts';
import { recording } from './recording.ts';
import { settingsOf } from './settings-of.ts';

/** The recorder for what a page or its flight asks for. Settings that cannot be used record nothing: half of them might show what the rest hides. */
export function askedRecording(window: Window, given: unknown, warn: (message: string) => void): Collector[] {
  const { settings, problems } = settingsOf(given, (selector) => isSelector(window, selector));
  if (problems.length > 0) warn(`no recording. ${problems.join('; ')}`);
  return problems.length > 0 ? [] : [recording(settings)];
}
