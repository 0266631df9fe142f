import { across } from './en/across.ts';
import { access } from './en/access.ts';
import { entrance } from './en/entrance.ts';
import { exportPage } from './en/exports.ts';
import { filter } from './en/filter.ts';
import { flights } from './en/flights.ts';
import { frame } from './en/frame.ts';
import { health } from './en/health.ts';
import { heat } from './en/heat.ts';
import { rules } from './en/rules.ts';
import { origins } from './en/origins.ts';
import { overview } from './en/overview.ts';
import { live } from './en/live.ts';
import { study } from './en/study.ts';
import { erasure } from './en/erasure.ts';
import { people } from './en/people.ts';
import { journeys } from './en/journeys.ts';
import { player } from './en/player.ts';
import { quality } from './en/quality.ts';
import { views } from './en/views.ts';
import { sessionList } from './en/session-list.ts';
import { session } from './en/session.ts';
import { settings } from './en/settings.ts';
import { table } from './en/table.ts';

/** The interface in English: all its words, a file of them for each part of the console. */
export const en = {
  ...frame,
  ...exportPage,
  ...entrance,
  ...access,
  ...health,
  ...sessionList,
  ...session,
  ...player,
  ...flights,
  ...origins,
  ...filter,
  ...heat,
  ...rules,
  ...settings,
  ...live,
  ...study,
  ...erasure,
  ...people,
  ...overview,
  ...table,
  ...filter,
  ...across,
  ...journeys,
  ...quality,
  ...views,
};
