import type { HttpError } from '@sightline/protocol';

/** The server answered, and said no. */
export class Refused extends Error {
  readonly status: number;
  readonly refusal: HttpError;

  constructor(status: number, refusal: HttpError) {
    super(refusal.message);
    this.name = 'Refused';
    this.status = status;
    this.refusal = refusal;
  }
}
