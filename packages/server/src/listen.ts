import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';

type Place = Pick<Config, 'host' | 'port'>;

const OTHER_PORT = 'choose another with --port or SIGHTLINE_PORT';
const OTHER_HOST = 'choose another with --host or SIGHTLINE_HOST';
const REASONS: Record<string, (place: Place) => string> = {
  EADDRINUSE: ({ host, port }) => `Port ${port} on ${host} is taken by another program: end that, or ${OTHER_PORT}.`,
  EACCES: ({ port }) => `This user may not listen on port ${port}: ${OTHER_PORT}, 1024 or above.`,
  EADDRNOTAVAIL: ({ host }) => `This machine has no address ${host}: ${OTHER_HOST}.`,
  ENOTFOUND: ({ host }) => `There is no host ${host}: ${OTHER_HOST}.`,
};

/** Listens and answers where; what is in the way is said in words for whoever starts the server. */
export async function listen(app: FastifyInstance, { host, port }: Place): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    throw reason ? new Error(reason({ host, port }), { cause: error }) : error;
  }
}
