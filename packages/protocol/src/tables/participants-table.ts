import { Participant } from '../api/participants.ts';
import { column, columnOf } from './column.ts';
import type { ExportTable } from './table.ts';

const { code, state, source } = Participant.properties;
const instant = (name: string, meaning: string) =>
  column(name, 'instant', `${meaning}; empty where that has not happened.`, { nullable: true });

/** Who takes part in the study, as far as the study knows them. */
export const participantsTable: ExportTable = {
  name: 'participants',
  meaning: 'One participant of the study that the flight is run as, whatever the filter.',
  key: ['code'],
  columns: [
    columnOf('code', code, { meaning: 'The code they go by; sessions have it in the study’s own fields.' }),
    columnOf('condition', Participant.properties.condition, { meaning: 'The condition they were assigned to; empty before they began.' }),
    column('order', 'json', 'The order in which they meet the conditions, where they meet several.'),
    columnOf('state', state, { meaning: 'How far they are.' }),
    columnOf('source', source, { meaning: 'How they came.' }),
    column('externalId', 'text', 'What the recruiter calls them; empty where nobody recruited them, or they withdrew.', { nullable: true }),
    column('consentVersion', 'integer', 'The version of the consent they gave; empty where they gave none.', { nullable: true }),
    instant('consentAt', 'When they consented'),
    column('createdAt', 'instant', 'When they were invited or first came.'),
    instant('startedAt', 'When their first session began'),
    instant('lastAt', 'When they were last seen'),
    instant('completedAt', 'When they completed the study'),
    column('reason', 'text', 'Why they are excluded; empty where they are not.', { nullable: true }),
    column('notes', 'text', 'What researchers noted of them.', { nullable: true }),
  ],
};
