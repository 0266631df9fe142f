/** The engine died or could not be reached: the statement may or may not have run, and may be tried again. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
  readonly retry = true;
}
