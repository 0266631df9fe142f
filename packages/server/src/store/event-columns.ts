import type { JsonObject, MetadataEntry, StoredEvent } from '@sightline/protocol';

/** The columns of `events` that make a StoredEvent, with the JSON still as text. */
export const EVENT_COLUMNS = `
  session, tab, sequence, type, name, at, at + wallAhead AS wallAt, (monotonicAhead + at * 1000) / 1000 AS monotonicAt, epoch,
  receivedAt, pageView, url, details, metadata, applicationSpecificData, dialect`;

export interface EventColumns extends Omit<StoredEvent, 'details' | 'metadata' | 'applicationSpecificData'> {
  details: string;
  metadata: string;
  applicationSpecificData: string;
}

/** A row of those columns as the event it was. */
export const toStoredEvent = (row: EventColumns): StoredEvent => ({
  session: row.session,
  tab: row.tab,
  sequence: row.sequence,
  type: row.type,
  name: row.name,
  at: row.at,
  wallAt: row.wallAt,
  monotonicAt: row.monotonicAt,
  epoch: row.epoch,
  receivedAt: row.receivedAt,
  pageView: row.pageView,
  url: row.url,
  details: JSON.parse(row.details) as JsonObject,
  metadata: JSON.parse(row.metadata) as MetadataEntry[],
  applicationSpecificData: JSON.parse(row.applicationSpecificData) as JsonObject,
  dialect: row.dialect,
});
