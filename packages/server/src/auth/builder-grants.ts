import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { BuilderGrant } from '@sightline/protocol';
import type { Registry } from '../registry/registry.ts';

/** Long enough to go through a site, short enough that a forgotten link opens nothing. */
const VALID_MS = 30 * 60_000;

/** What a grant says. */
export interface Granted {
  flight: string;
  /** The name of the account that it was made for. */
  by: string;
}

/** Rights to open the builder on a flight's pages: signed, so that every node knows them and none has to keep them. */
export interface BuilderGrants {
  issue(granted: Granted): Promise<BuilderGrant>;
  /** What a grant says, unless it was made up or its time is over. */
  check(grant: string): Promise<Granted | undefined>;
}

/** The grants of an installation. */
export function builderGrants({ settings, now }: Pick<Registry, 'settings' | 'now'>): BuilderGrants {
  let secret: Promise<string> | undefined;
  // A database that was away must not keep the builder out for good.
  const forget = (error: unknown): never => {
    secret = undefined;
    throw error;
  };
  const sign = async (text: string) => {
    secret ??= settings.getOrMake('builder-secret', randomBytes(32).toString('base64url')).catch(forget);
    return createHmac('sha256', await secret)
      .update(text)
      .digest('base64url');
  };
  return {
    async issue({ flight, by }) {
      const expiresAt = now() + VALID_MS;
      const text = Buffer.from(JSON.stringify({ flight, by, expiresAt })).toString('base64url');
      return { grant: `${text}.${await sign(text)}`, expiresAt };
    },

    async check(grant) {
      const [text = '', signature = ''] = grant.split('.');
      const [given, right] = [Buffer.from(signature), Buffer.from(await sign(text))];
      if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
      const { flight, by, expiresAt } = JSON.parse(Buffer.from(text, 'base64url').toString()) as Granted & { expiresAt: number };
      return now() < expiresAt ? { flight, by } : undefined;
    },
  };
}
