import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';

/** What tells whether events can come in. */
export interface HealthDeps {
  /** Why events cannot be taken now; undefined while they can. */
  ailment: () => Promise<string | undefined>;
  metrics: Registry;
  /** Whether a request may read the metrics. */
  mayRead: (request: FastifyRequest) => boolean | Promise<boolean>;
}

/** `/healthz`: the process lives. `/readyz`: it takes events. `/metrics`: Prometheus, for this machine and those who are signed in. */
export const healthPages =
  ({ ailment, metrics, mayRead }: HealthDeps): FastifyPluginAsync =>
  async (app) => {
    app.get('/healthz', () => ({ status: 'ok' }));
    app.get('/readyz', async (_, reply) => {
      const reason = await ailment();
      return reason === undefined ? { status: 'ok' } : reply.code(503).send({ status: 'unavailable', reason });
    });
    app.get('/metrics', async (request, reply) => {
      if (!(await mayRead(request)))
        return reply.code(403).send({ error: 'forbidden', message: 'Metrics are for this machine, or signed in.', retry: false });
      return reply.type(metrics.contentType).send(await metrics.metrics());
    });
  };
