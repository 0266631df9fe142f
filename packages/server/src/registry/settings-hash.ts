import { createHash } from 'node:crypto';
import type { CaptureSettings } from '@sightline/protocol';
import { canonicalJson } from './canonical-json.ts';

const HEX_DIGITS = 16;

/** What sessions carry to tell by which settings they were recorded. */
export const settingsHash = (settings: CaptureSettings): string =>
  createHash('sha256').update(canonicalJson(settings)).digest('hex').slice(0, HEX_DIGITS);
