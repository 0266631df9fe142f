/// <reference types="@fastify/swagger" />
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './refuse.ts';
import { sameOrigin } from './same-origin.ts';
import { SchemaMismatch, schemaCompiler } from './schema-compiler.ts';

/** Sets what holds for every route of the query API: JSON only, from our own pages only, checked by schema, errors in one shape. */
export function apiRules(api: FastifyInstance, { publicUrl }: { publicUrl?: string | undefined }): void {
  api.setValidatorCompiler(schemaCompiler);
  // Answers are made of typed values: the schema of a response is for readers, and JSON.stringify needs no second one.
  api.setSerializerCompiler(() => (value) => JSON.stringify(value));
  api.decorateRequest('account', null);
  api.decorateRequest('apiKey', null);
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('application/json', { parseAs: 'string' }, parseJson);
  api.addHook('onRequest', sameOrigin(publicUrl));
  api.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  api.setErrorHandler(answerError);
  api.setNotFoundHandler((request, reply) =>
    refuse(reply, { refusal: 'notFound', message: `There is nothing at ${request.method} ${request.url.split('?')[0]}` }),
  );
}

function parseJson(_request: FastifyRequest, body: string | Buffer, done: (error: Error | null, value?: unknown) => void): void {
  if (body.length === 0) return done(null);
  try {
    done(null, JSON.parse(String(body)));
  } catch (error) {
    done(new SchemaMismatch({ message: `The body is not JSON: ${error instanceof Error ? error.message : String(error)}` }));
  }
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof SchemaMismatch) {
    return refuse(reply, { refusal: 'badRequest', message: error.message, ...(error.field !== undefined && { field: error.field }) });
  }
  if (error.statusCode === 415)
    return refuse(reply, { refusal: 'notJson', message: 'The body must be JSON, with the content type application/json' });
  if (error.statusCode === 413) return refuse(reply, { refusal: 'tooLarge', message: 'The body is larger than the server takes' });
  if (error.statusCode === 429) return refuse(reply, { refusal: 'tooFast', message: error.message });
  if (error.statusCode !== undefined && error.statusCode < 500) return refuse(reply, { refusal: 'badRequest', message: error.message });
  request.log.error({ err: error }, 'A request to the query API failed');
  return refuse(reply, { refusal: 'serverFailed', message: 'The server failed; its log says why' });
}
