import type { HttpError } from '@sightline/protocol';
import type { FastifyReply } from 'fastify';

/** Every refusal of the query API, with its status and whether the same request may succeed later. */
export const REFUSALS = {
  badRequest: { status: 400, retry: false },
  badName: { status: 400, retry: false },
  badOrigin: { status: 400, retry: false },
  ambiguous: { status: 400, retry: false },
  notSignedIn: { status: 401, retry: false },
  credentialsWrong: { status: 401, retry: false },
  codeInvalid: { status: 403, retry: false },
  ownersOnly: { status: 403, retry: false },
  notAllowed: { status: 403, retry: false },
  otherOrigin: { status: 403, retry: false },
  notFound: { status: 404, retry: false },
  nameTaken: { status: 409, retry: false },
  idTaken: { status: 409, retry: false },
  versionStale: { status: 409, retry: false },
  emailTaken: { status: 409, retry: false },
  lastOwner: { status: 409, retry: false },
  tooLarge: { status: 413, retry: false },
  notJson: { status: 415, retry: false },
  tooFast: { status: 429, retry: true },
  serverFailed: { status: 500, retry: true },
} as const satisfies Record<string, { status: number; retry: boolean }>;

/** Answers a request with a refusal. */
export function refuse(
  reply: FastifyReply,
  { refusal, message, field, retryAfterS }: { refusal: keyof typeof REFUSALS; message: string; field?: string; retryAfterS?: number },
): FastifyReply {
  const { status, retry } = REFUSALS[refusal];
  const body: HttpError = { error: refusal, message, ...(field !== undefined && { field }), retry };
  if (retryAfterS !== undefined) reply.header('retry-after', String(retryAfterS));
  return reply.code(status).send(body);
}
