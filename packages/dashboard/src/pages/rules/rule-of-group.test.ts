import { expect, test } from 'vitest';
import { ruleOfGroup } from './rule-of-group.ts';

const group = (changes: object) => JSON.stringify({ selector: '.a', event: 'click', name: 'A', ...changes });

test('a group is taken over with all that its handler is told; as in LogUI every element around logs', () => {
  const properties = { mouseenter: { name: 'IN' }, mouseleave: { name: 'OUT' } };
  const metadata = [{ nameForLog: 'rank', sourcer: 'elementAttribute', lookFor: 'data-rank' }];
  expect(ruleOfGroup(group({ event: 'mouseHover', name: undefined, properties, metadata }))).toEqual({
    selector: '.a',
    event: 'mouseHover',
    name: 'IN',
    bubbling: 'all',
    properties,
    metadata,
  });
  expect(ruleOfGroup(group({ bubbling: 'innermost', metadata: [] }))).toEqual({
    selector: '.a',
    event: 'click',
    name: 'A',
    bubbling: 'innermost',
  });
});

test.each([
  ['{', 'JSON'],
  ['[]', 'JSON'],
  [group({ selector: '' }), 'selector'],
  [group({ event: 'keyup' }), 'keyup'],
  [group({ event: 'toString' }), 'toString'],
  [group({ name: '' }), 'name'],
])('%s is no group that can be taken over', (json, part) => expect(ruleOfGroup(json)).toContain(part));
