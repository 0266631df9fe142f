import { expect, test } from 'vitest';
import { builderGrants } from './builder-grants.ts';

let now = 0;
const kept = (secret: string) => builderGrants({ settings: { get: async () => secret, getOrMake: async () => secret }, now: () => now });

test('a grant says for 30 minutes which flight and whose it is', async () => {
  now = 0;
  const grants = kept('secret');
  const { grant, expiresAt } = await grants.issue({ flight: 'f', by: 'Olga' });
  expect(expiresAt).toBe(1_800_000);
  now = 1_799_999;
  expect(await grants.check(grant)).toEqual({ flight: 'f', by: 'Olga' });
  now = 1_800_000;
  expect(await grants.check(grant)).toBeUndefined();
});

test.each([
  ['nothing', () => ''],
  ['another installation’s', async () => (await kept('other').issue({ flight: 'f', by: 'Olga' })).grant],
  [
    'one with another flight in it',
    async () => {
      const [, signature] = (await kept('secret').issue({ flight: 'f', by: 'Olga' })).grant.split('.');
      return `${Buffer.from(JSON.stringify({ flight: 'g', by: 'Olga', expiresAt: 9e15 })).toString('base64url')}.${signature}`;
    },
  ],
])('%s opens nothing', async (_, made) => {
  now = 0;
  expect(await kept('secret').check(await made())).toBeUndefined();
});

test('a registry that could not be read once keeps nobody out later', async () => {
  now = 0;
  let isAway = true;
  const getOrMake = async () => {
    if (isAway) throw new Error('away');
    return 'secret';
  };
  const grants = builderGrants({ settings: { get: async () => undefined, getOrMake }, now: () => now });
  await expect(grants.issue({ flight: 'f', by: 'Olga' })).rejects.toThrow('away');
  isAway = false;
  const { grant } = await grants.issue({ flight: 'f', by: 'Olga' });
  expect(await grants.check(grant)).toEqual({ flight: 'f', by: 'Olga' });
});
