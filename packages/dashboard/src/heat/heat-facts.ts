import { text } from '../text/text.ts';
import type { MapKind } from './map-kind.ts';
import type { Layer } from './use-layer.ts';

/** What a map is made of and what is missing from it, in sentences. */
export function heatFacts(kind: MapKind, anchored: boolean, { points, placed, reading }: Layer): string[] {
  const words = text.heat;
  if (reading) {
    return [
      words.facts(reading.sessionsRead, reading.views),
      ...(reading.sessionsRead < reading.sessions ? [words.read(reading.sessionsRead, reading.sessions)] : []),
      ...(kind === 'scroll' && reading.viewsKnown < reading.views ? [words.known(reading.viewsKnown, reading.views)] : []),
      words.by(reading.metrics.filter((metric) => metric.startsWith(kind === 'scroll' ? 'scroll' : 'viewport'))),
    ];
  }
  if (!points || !placed || kind === 'scroll' || kind === 'attention') return [];
  const share = (part: number) => (points.amount > 0 ? part / points.amount : 0);
  return [
    words.facts(points.sessions, points.views),
    words.happened[kind](points.count),
    ...(placed.lost > 0 ? [anchored ? words.lost(share(placed.lost)) : words.lostPixels(share(placed.lost))] : []),
    ...(placed.middled > 0 ? [words.middled(share(placed.middled))] : []),
    ...(points.viewsTold || points.sessions === 0 ? [] : [words.unitsOfSessions]),
  ];
}
