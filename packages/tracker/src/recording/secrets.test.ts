import { expect, test } from 'vitest';
import { createSecrets, type Place } from './secrets.ts';

interface Field {
  localName: string;
  type: string;
  value: string;
}
const field = (value = '', type = 'text'): Field & Element => ({ localName: 'input', type, value }) as Field & Element;
const knowing = (...fields: (Field & Element)[]) => {
  const secrets = createSecrets({ isPrivate: (element) => (element as unknown as Field).type === 'password' });
  fields.forEach(secrets.learn);
  return secrets;
};

test.each<[value: string, type: string, text: string, place: Place, expected: string]>([
  ['shoe', 'text', 'shoe', 'text', '********'],
  ['shoe', 'text', ' Shoe ', 'text', '********'],
  ['sho', 'text', 'sho', 'text', 'sho'],
  ['shoe', 'text', 'Running shoes', 'text', 'Running shoes'],
  ['shoe', 'text', 'a shoe', 'attribute', 'a ********'],
  ['shoe', 'text', 'shoe-list', 'structure', 'shoe-list'],
  ['sneakers', 'text', 'Results for Sneakers', 'text', 'Results for ********'],
  ['sneaker', 'text', 'Results for sneaker', 'text', 'Results for sneaker'],
  ['a b@c.org', 'text', '/find?q=a%20b%40c.org', 'structure', '/find?q=********'],
  ['a b@c.org', 'text', '/find?q=a+b%40c.org', 'structure', '/find?q=********'],
  ['pass', 'password', 'my pass is', 'text', 'my ******** is'],
  ['pass', 'password', 'tag-pass', 'structure', 'tag-********'],
  ['12345678', 'hidden', 'n12345678', 'attribute', 'n********'],
  ['blue', 'radio', 'blue', 'text', 'blue'],
  ['(.*)[a-z]', 'text', 'it is (.*)[a-z]!', 'text', 'it is ********!'],
])('%j in a field of type %s: %j as %s becomes %j', (value, type, text, place, expected) => {
  expect(knowing(field(value, type)).hide(text, place)).toBe(expected);
});

test('what a field held before is not forgotten by typing a lot elsewhere', () => {
  const held = field('first value');
  const typed = field();
  const secrets = knowing(held, typed);
  held.value = 'second value';
  secrets.look();
  const text = 'a very long sentence that is typed key by key, and once more, until nothing of it is new any longer at all';
  for (let length = 1; length <= text.length; length += 1) {
    typed.value = text.slice(0, length);
    secrets.learn(typed);
  }
  expect(secrets.hide('first value, second value', 'text')).toBe('********, ********');
  expect(secrets.hide(text, 'text')).toBe('********');
});

test('what a script puts into a known field is known without being told', () => {
  const known = field('before');
  const secrets = knowing(known);
  known.value = 'put there by a script';
  secrets.look();
  expect(secrets.hide('put there by a script', 'text')).toBe('********');
});

test('a password that is shown stays one', () => {
  const shown = field('open sesame', 'password');
  const secrets = knowing(shown);
  shown.type = 'text';
  expect(secrets.isSecret(shown)).toBe(true);
});

test('a field that was emptied is remembered by what it held', () => {
  const emptied = field('held once upon a time');
  const secrets = knowing(emptied);
  emptied.value = '';
  secrets.learn(emptied);
  expect(secrets.hide('held once upon a time', 'text')).toBe('********');
});
