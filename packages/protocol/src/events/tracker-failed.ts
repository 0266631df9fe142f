import { Type, type Static } from 'typebox';

/** Something in the tracker itself went wrong; the page did not notice. */
export const trackerFailedDetails = Type.Object({ message: Type.String() });
export type TrackerFailedDetails = Static<typeof trackerFailedDetails>;
