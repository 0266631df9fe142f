import { expect, test } from 'vitest';
import { createMirror } from './create-mirror.ts';
import { elementPaths } from './element-paths.ts';
import { element, mutation, page } from './recorded-page.fake.ts';

const add = (parentId: number, id: number, tagName: string, attributes: object = {}, more: object = {}) => ({
  parentId,
  nextId: null,
  node: element(id, tagName, [], { attributes, ...more }),
});

test.each([
  ['a unique id', 100, '#main'],
  ['an id that a framework made up', 101, 'html > body > ul > li:nth-of-type(2)'],
  ['a stable attribute that is unique', 102, '[data-testid="buy"]'],
  ['a stable attribute that some have', 103, 'html > body > ul > p[data-qa="row"]'],
  ['a stable attribute that siblings share', 105, 'html > body > ul > b:nth-of-type(2)'],
  ['a place under the nearest of these', 106, '#main > i'],
  ['an id that has to be escaped', 107, '#\\31 a\\:b'.replace('\\:', '\\.')],
  ['a shadow root', 108, 'html > body > div >>> em'],
  ['what stands in something private', 110, 'html > body > ul > section'],
])('an element is named as the tracker names it: by %s', (_, id, path) => {
  const mirror = createMirror();
  const adds = [
    add(6, 100, 'li', { id: 'main' }),
    add(6, 101, 'li', { id: 'ember1234' }),
    add(6, 102, 'a', { 'data-testid': 'buy' }),
    add(6, 103, 'p', { 'data-qa': 'row' }),
    add(100, 106, 'i'),
    add(100, 111, 'p', { 'data-qa': 'row' }),
    add(6, 104, 'b', { 'data-cy': 'x' }),
    add(6, 105, 'b', { 'data-cy': 'x' }),
    add(6, 107, 'u', { id: '1a.b' }),
    add(8, 108, 'em', {}, { isShadow: true }),
    add(6, 109, 'section', { 'data-sightline-private': '' }),
    add(109, 110, 'q', { id: 'secret' }),
  ];
  for (const event of [...page(), mutation({ adds })]) mirror.apply(event);
  const { document, nodes } = mirror.state;
  const node = nodes.get(id);
  if (document === undefined || node === undefined) throw new Error(`expected a node ${id}`);
  const paths = elementPaths(document);
  expect(paths.of(node)).toBe(path);
  expect(paths.find(path)?.id).toBe(id === 110 ? 109 : id);
});

test('a path that names nothing finds nothing', () => {
  const mirror = createMirror();
  for (const event of page()) mirror.apply(event);
  const { document } = mirror.state;
  expect(document && elementPaths(document).find('#nowhere')).toBeUndefined();
});
