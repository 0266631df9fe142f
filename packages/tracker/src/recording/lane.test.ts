import type { SessionId, TabId } from '@sightline/protocol';
import { expect, test } from 'vitest';
import { fakeTexts, fakeUuids } from '../tracker.fake.ts';
import { createLanes } from './lane.ts';

const uuid = fakeUuids();
const [tab, other] = [uuid<TabId>(), uuid<TabId>()];
const [session, next] = [uuid<SessionId>(), uuid<SessionId>()];

test('the next document of the tab counts on, and nobody else does', () => {
  const lanes = createLanes(fakeTexts());
  const lane = lanes.of(tab, session);
  expect(lane).toEqual({ tab, session, next: 0 });
  lanes.leave({ ...lane, next: 7 });
  expect(lanes.of(tab, session)).toEqual({ tab, session, next: 7 });
  expect(lanes.of(other, session).next).toBe(0);
  expect(lanes.of(tab, next).next).toBe(0);
});
