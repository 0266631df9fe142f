import { Value } from 'typebox/value';
import { CaptureSettings } from './capture-settings.ts';

/** One thing that is wrong with settings, and where. */
export interface SettingsProblem {
  /** Such as `recording.maskText.0`; empty for the whole. */
  path: string;
  message: string;
}

/** Everything that keeps a value from being a flight's settings, each path once; none where it can be saved. */
export function settingsProblems(value: unknown): SettingsProblem[] {
  if (Value.Check(CaptureSettings, value)) return [];
  const found = new Map<string, string>();
  for (const error of Value.Errors(CaptureSettings, value)) {
    const parts = error.instancePath.split('/').slice(1);
    const { params } = error;
    if (error.keyword === 'anyOf' && [...found.keys()].some((path) => path.startsWith(parts.join('.')))) continue;
    const missing = error.keyword === 'required' && 'requiredProperties' in params ? params.requiredProperties : [];
    const unknown = error.keyword === 'additionalProperties' && 'additionalProperties' in params ? params.additionalProperties : [];
    for (const name of missing) found.set([...parts, name].join('.'), 'is missing');
    for (const name of unknown) found.set([...parts, name].join('.'), 'is not a setting');
    const path = parts.join('.');
    if (missing.length === 0 && unknown.length === 0 && error.keyword !== 'const' && !found.has(path)) found.set(path, error.message);
  }
  return [...found].map(([path, message]) => ({ path, message }));
}
