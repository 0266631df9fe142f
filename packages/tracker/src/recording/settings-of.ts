import type { RecordingSettings } from '@sightline/protocol';

/** Settings that can be used, and what is wrong with what was given. */
export interface ReadSettings {
  settings: RecordingSettings;
  problems: string[];
}

/** What a page gets that asks for a recording and says no more: `DEFAULT_CAPTURE` of the protocol, switched on. */
export const RECORDING: RecordingSettings = {
  enabled: true,
  maskAllText: false,
  maskText: [],
  block: [],
  ignore: [],
  maskAttributes: [],
  canvas: false,
  images: true,
  fonts: true,
  crossOriginFrames: false,
  moveEveryMs: 50,
};
const SELECTORS = ['maskText', 'block', 'ignore'] as const;

/** Reads what a page or its flight asks for: an object, or its JSON as a script tag's `data-recording` has it. */
export function settingsOf(given: unknown, isSelector: (text: string) => boolean): ReadSettings {
  const problems: string[] = [];
  const object = typeof given === 'string' ? fromText(given, problems) : given;
  if (Object(object) !== object || Array.isArray(object)) problems.push(`recording must be an object, got ${JSON.stringify(object)}`);
  const asked = { ...(object as Partial<Record<keyof RecordingSettings, unknown>>) };
  for (const [name, value] of Object.entries(asked)) {
    const expected = Object.hasOwn(RECORDING, name) ? RECORDING[name as keyof RecordingSettings] : undefined;
    if (expected === undefined) problems.push(`recording.${name} is not known; expected some of ${Object.keys(RECORDING).join(', ')}`);
    else if (Array.isArray(expected) ? !isTexts(value) : typeof value !== typeof expected) {
      problems.push(
        `recording.${name} must be ${Array.isArray(expected) ? 'a list of texts' : `a ${typeof expected}`}, got ${JSON.stringify(value)}`,
      );
    }
  }
  for (const name of SELECTORS) {
    for (const selector of isTexts(asked[name]) ? asked[name] : []) {
      if (!isSelector(selector)) problems.push(`recording.${name}: ${JSON.stringify(selector)} is no selector`);
    }
  }
  const settings: RecordingSettings = { ...RECORDING, ...(problems.length > 0 ? {} : (asked as Partial<RecordingSettings>)) };
  return { settings, problems };
}

function fromText(text: string, problems: string[]): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    problems.push(`data-recording must be JSON, got ${JSON.stringify(text.slice(0, 40))}: ${String(error)}`);
    return {};
  }
}

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
