import { expect, test } from 'vitest';
import { cleanUrl } from './clean-url.ts';

test.each([
  ['https://a.example/p?q=shoes&page=2', 'https://a.example/p?q=shoes&page=2'],
  ['https://a.example/p?token=abc&q=1', 'https://a.example/p?token=***&q=1'],
  ['https://a.example/p?access_token=abc', 'https://a.example/p?access_token=***'],
  ['https://a.example/p#id_token=abc&state=1', 'https://a.example/p#id_token=***&state=1'],
  ['https://a.example/p?X-Amz-Signature=abc&X-Amz-Date=1', 'https://a.example/p?X-Amz-Signature=***&X-Amz-Date=1'],
  ['https://a.example/p?api_key=a&apikey=b&api-key=c', 'https://a.example/p?api_key=***&apikey=***&api-key=***'],
  ['https://a.example/p?email=ada%40example.org', 'https://a.example/p?email=***'],
  ['https://a.example/p?PASSWORD=x', 'https://a.example/p?PASSWORD=***'],
  ['https://a.example/p;jsessionid=1', 'https://a.example/p;jsessionid=***'],
  ['https://a.example/p?PHPSESSID=1', 'https://a.example/p?PHPSESSID=***'],
  ['https://a.example/p?sid=1', 'https://a.example/p?sid=***'],
  ['https://a.example/token=abc', 'https://a.example/token=abc'],
  ['https://a.example/p?inside=1&author=me', 'https://a.example/p?inside=1&author=me'],
  ['', ''],
])('%s', (given, expected) => {
  expect(cleanUrl(given)).toBe(expected);
  expect(cleanUrl(expected)).toBe(expected);
});
