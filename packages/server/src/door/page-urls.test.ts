import { expect, test } from 'vitest';
import { pageUrls } from './page-urls.ts';
import { recentMap } from './recent-map.ts';

test('what one connection learnt, others know once it is shared', () => {
  const shared = recentMap<string, string>(10);
  const one = pageUrls(shared);
  const other = pageUrls(shared);
  one.learn('flight', 'a', '/first');
  expect([one.urlOf('flight', 'a'), other.urlOf('flight', 'b')]).toEqual(['/first', '']);
  one.share();
  expect(other.urlOf('flight', 'a')).toBe('/first');
  expect(other.urlOf('another flight', 'a')).toBe('');
});

test('turning to another page view shares what was learnt of the one before', () => {
  const shared = recentMap<string, string>(10);
  const urls = pageUrls(shared);
  urls.learn('flight', 'a', '/a');
  urls.learn('flight', 'b', '/b');
  expect([urls.urlOf('flight', 'a'), urls.urlOf('flight', 'b')]).toEqual(['/a', '/b']);
  urls.learn('flight', 'a', '/a2');
  urls.share();
  expect([shared.get('flight a'), shared.get('flight b')]).toEqual(['/a2', '/b']);
});
