/** What a command may touch: the process's edges, so that a test can stand in for them. */
export interface CommandIo {
  env: Record<string, string | undefined>;
  out(text: string): void;
  error(text: string): void;
  /** All of the standard input. */
  input(): Promise<string>;
  /** The standard output, for more than fits into memory. */
  output(): NodeJS.WritableStream;
  /** Resolves with the signal's name when the process is asked to end. */
  ended(): Promise<string>;
}

/** One command of `sightline`. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** The text of `--help`. */
  help: string;
  /** Does it and answers the exit code: 0 done, 1 could not be done, 2 not understood. */
  run(args: string[], io: CommandIo): Promise<number>;
}
