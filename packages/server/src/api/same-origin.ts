import type { onRequestAsyncHookHandler } from 'fastify';
import { refuse } from './refuse.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses calls that change something and come from another site's page, which a browser would send with our cookie. A caller
 * that names no origin is no browser, and carries no cookie that is not its own.
 */
export const sameOrigin =
  (publicUrl: string | undefined): onRequestAsyncHookHandler =>
  async (request, reply) => {
    if (READS.has(request.method)) return;
    const { origin, 'sec-fetch-site': site } = request.headers;
    const own = publicUrl === undefined ? [`${request.protocol}://${request.host}`] : [publicUrl];
    const foreign = origin === undefined ? site !== undefined && site !== 'same-origin' : !own.includes(origin);
    if (foreign) {
      return refuse(reply, {
        refusal: 'otherOrigin',
        message: `This call is taken from pages of ${own[0]} only, got ${origin === undefined ? `a page of another site` : JSON.stringify(origin)}`,
      });
    }
  };
