import { expect, test } from 'vitest';
import { cssAddresses, withAddresses } from './css-addresses.ts';

test.each([
  ['a{b:url(x.png)}', ['x.png']],
  ['a{b:url("x y.png")}', ['x y.png']],
  ["a{b:URL( 'x.png' )}", ['x.png']],
  ['a{b:url("x(1).png") url(y.png)}', ['x(1).png', 'y.png']],
  ['a{b:url(data:image/png;base64,AA==)}', ['data:image/png;base64,AA==']],
  ['a{b:c}', []],
])('addresses of %s', (css, addresses) => {
  expect(cssAddresses(css)).toEqual(addresses);
});

test('an address that becomes nothing else stays as it is written', () => {
  const css = "a{b:url( 'x.png' )} c{d:url(y.png)}";
  expect(withAddresses(css, (address) => (address === 'y.png' ? 'sightline-asset:1' : undefined))).toBe(
    'a{b:url( \'x.png\' )} c{d:url("sightline-asset:1")}',
  );
});
