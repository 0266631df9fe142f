import { Textarea } from '@mantine/core';
import type { CaptureSettings, SettingsProblem } from '@sightline/protocol';
import { useEffect, useState } from 'react';
import { text } from '../../text/text.ts';

/** The same settings as text; whatever is valid JSON goes into the draft, with its problems named below. */
export function SettingsJson({ settings, onChange, onBroken }: SettingsJsonProps) {
  const [typed, setTyped] = useState<string>();
  useEffect(() => () => onBroken(undefined), [onBroken]);
  const shown = typed ?? JSON.stringify(settings, null, 2);
  return (
    <Textarea
      aria-label={text.settings.jsonLabel}
      rows={Math.min(48, Math.max(12, shown.split('\n').length + 1))}
      spellCheck={false}
      value={shown}
      classNames={{ input: 'mono' }}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const value = parsed(next);
        if ('problem' in value) return onBroken({ path: '', message: value.problem });
        onBroken(undefined);
        onChange(value.settings);
      }}
    />
  );
}

function parsed(typed: string): { settings: CaptureSettings } | { problem: string } {
  try {
    const value: unknown = JSON.parse(typed);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { settings: value as CaptureSettings };
    return { problem: text.settings.noObject };
  } catch (error) {
    return { problem: text.settings.noJson(error instanceof Error ? error.message : String(error)) };
  }
}

export interface SettingsJsonProps {
  settings: CaptureSettings;
  onChange: (settings: CaptureSettings) => void;
  onBroken: (problem: SettingsProblem | undefined) => void;
}
