import { participantsTable } from '@sightline/protocol';
import type { TableSource } from '../table-source.ts';

/** The study's participants, out of the registry, by their codes. */
export const participants: TableSource = {
  table: participantsTable,
  columns: () => participantsTable.columns,
  rows: {
    by: 'flight',
    rows: ({ participants: all }) =>
      all
        .toSorted((one, other) => (one.code < other.code ? -1 : 1))
        .map((one) => [
          one.code,
          one.condition,
          JSON.stringify(one.order),
          one.state,
          one.source,
          one.externalId,
          one.consentVersion,
          one.consentAt,
          one.createdAt,
          one.startedAt,
          one.lastAt,
          one.completedAt,
          one.reason,
          one.notes,
        ]),
  },
};
