import type { TableSource } from '../table-source.ts';
import { areaMeasures } from './area-measures.ts';
import { derivedEvents } from './derived-events.ts';
import { events } from './events.ts';
import { gazeFixations } from './gaze-fixations.ts';
import { metricsLong } from './metrics-long.ts';
import { metricsWide } from './metrics-wide.ts';
import { notes } from './notes.ts';
import { pageViews } from './page-views.ts';
import { participants } from './participants.ts';
import { presence } from './presence.ts';
import { presenceTimes } from './presence-times.ts';
import { sessions } from './sessions.ts';

/** Every table that can be exported, in the order people read them. */
export const TABLES: readonly TableSource[] = [
  sessions,
  events,
  pageViews,
  presence,
  presenceTimes,
  metricsLong,
  metricsWide,
  gazeFixations,
  derivedEvents,
  areaMeasures,
  notes,
  participants,
];
