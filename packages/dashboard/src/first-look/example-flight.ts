import type { Application, Flight } from '@sightline/protocol';

/** The flight that the example sites' pages belong to: the one every installation begins with. */
export const exampleFlight = (applications: readonly Application[]): Flight | undefined =>
  applications
    .flatMap(({ flights }) => flights)
    .toSorted((one, other) => one.createdAt - other.createdAt)
    .at(0);
