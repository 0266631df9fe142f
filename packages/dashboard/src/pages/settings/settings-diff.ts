/** One setting that differs between two versions; undefined where it was not there. */
export interface SettingsChange {
  path: string;
  before: unknown;
  after: unknown;
}

/** What differs between two settings, by path, in the order in which the later one has them. */
export function settingsDiff(before: unknown, after: unknown, path = ''): SettingsChange[] {
  if (!isObject(before) || !isObject(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
  }
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].flatMap((key) =>
    settingsDiff(before[key], after[key], path === '' ? key : `${path}.${key}`),
  );
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
