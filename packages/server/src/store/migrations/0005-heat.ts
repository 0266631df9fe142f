import type { Migration } from './migration.ts';

/** A number of the details of what has a place; the rest of the events is not looked at. What was lifted out of `lifted` leaves it no JSON for a strict reader. */
const placed = (field: string) =>
  `if(name IN ('click', 'cursorTracking', 'gaze_fixation'), toFloat64OrNull(simpleJSONExtractRaw(lifted, '${field}')), NULL)`;

const share = (field: string, length: string) =>
  `accurateCastOrNull(round(${placed(field)} * 1000 / nullIf(${placed(length)}, 0)), 'UInt16')`;
const length = (field: string) => `accurateCastOrNull(round(${placed(field)}), 'UInt16')`;

/** Columns of `events` that tell a place within an element, and how they come of the details. */
export const ELEMENT_PLACES = [
  ['elementX', share('elementX', 'elementWidth')],
  ['elementY', share('elementY', 'elementHeight')],
  ['elementWidth', length('elementWidth')],
  ['elementHeight', length('elementHeight')],
] as const;

/**
 * What maps of a page ask of the events: its path, and where in its element something happened. Columns that the engine makes of
 * what is stored already: events from before have them too.
 */
export const heat: Migration = {
  number: 5,
  name: 'heat',
  statements: [
    `ALTER TABLE events
      ADD COLUMN IF NOT EXISTS page LowCardinality(String) MATERIALIZED path(url),
      ADD COLUMN IF NOT EXISTS elementX Nullable(UInt16) MATERIALIZED ${share('elementX', 'elementWidth')} COMMENT 'thousandths of the element''s width' CODEC(ZSTD(3)),
      ADD COLUMN IF NOT EXISTS elementY Nullable(UInt16) MATERIALIZED ${share('elementY', 'elementHeight')} COMMENT 'thousandths of its height' CODEC(ZSTD(3)),
      ADD COLUMN IF NOT EXISTS elementWidth Nullable(UInt16) MATERIALIZED ${length('elementWidth')} COMMENT 'CSS pixels' CODEC(ZSTD(3)),
      ADD COLUMN IF NOT EXISTS elementHeight Nullable(UInt16) MATERIALIZED ${length('elementHeight')} COMMENT 'CSS pixels' CODEC(ZSTD(3))`,
  ],
};
