import type { FailureName } from '@sightline/protocol';
import { isNoSpace } from '../is-no-space.ts';

/** There is no room for the batch now; the same may be sent again later. */
export class SpoolFull extends Error {
  override readonly name = 'SpoolFull';
  readonly failure: FailureName = 'storageFull';
}

/** The batch could not be made durable; the same may be sent again at once. */
export class SpoolFailed extends Error {
  override readonly name = 'SpoolFailed';
  readonly failure: FailureName = 'serverFailed';
}

/** What a batch is refused with when the disk refused it. */
export function refusalOf(error: unknown): SpoolFull | SpoolFailed {
  const said = error instanceof Error ? error.message : String(error);
  if (isNoSpace(error)) return new SpoolFull(`spool: no space left on the disk (${said})`, { cause: error });
  return new SpoolFailed(`spool: the disk did not take the batch (${said})`, { cause: error });
}
