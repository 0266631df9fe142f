/** Ends a command with a message for whoever typed it. */
export class CommandFailure extends Error {
  readonly exitCode: 1 | 2;

  /** 1: it could not be done; 2: the command line was not understood. */
  constructor(exitCode: 1 | 2, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}
