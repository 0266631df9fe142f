import type { Store } from '../store/index.ts';
import type { ExportContext } from './export-context.ts';
import { measuredAreas } from './measured-areas.ts';
import type { ExportOrder } from './export-order.ts';

/** A rule or area in a version, as rows name it. */
export const versionOf = ({ id, version }: { id: string; version: number }): string => `${id}@${version}`;

/** What an export's rules and areas give its tables. */
export const derivedOf = (
  { rules, areas, selection }: Pick<ExportOrder, 'rules' | 'areas' | 'selection'>,
  { store, until }: { store: Pick<Store, 'pageSessions' | 'eventsOfSessions'>; until: number },
): Pick<ExportContext, 'rules' | 'measuredAreas'> => ({
  rules: rules.map(versionOf),
  measuredAreas: measuredAreas({ store, areas }, { filter: selection.filter, until }),
});
