import { EventType, IncrementalSource, NodeType } from '@rrweb/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownAttributes } from './own-attributes.ts';
import { ownCss } from './own-css.ts';
import { createPurifier } from './purifier.ts';
import { recordedResource } from './resource.ts';
import { toldMedia } from './visitor-media.ts';

const HASH = 'a'.repeat(64);
const ASSET = `sightline-asset:${HASH}`;
const EVIL = 'https://evil.example/x';
const resource = recordedResource((hash) => `/assets/${hash.slice(0, 4)}`);
const surroundings = { resource, media: toldMedia(['prefers-color-scheme:dark', 'hover:hover', 'pointer:fine']) };

describe('a style sheet keeps only what was recorded', () => {
  test.each([
    [`a{background:url(${EVIL})}`, 'a{background:url("data:,")}'],
    [`a{background:url( "${EVIL}" )}`, 'a{background:url( "data:,")}'.replace('")', '" )')],
    [`a{background:u\\72l(${EVIL})}`, 'a{background:url("data:,")}'],
    [`a{background:\\75\\72\\6c("${EVIL}")}`, 'a{background:\\75\\72\\6c("data:,")}'],
    [`a{background:image-set("${EVIL}" 1x, url(${EVIL}) 2x)}`, 'a{background:image-set("data:," 1x, url("data:,") 2x)}'],
    [`@import "${EVIL}";b{}`, 'b{}'],
    [`@\\69mport url(${EVIL}) screen;b{}`, 'b{}'],
    [`@import "${EVIL}"`, ''],
    ['@namespace svg url(http://www.w3.org/2000/svg);b{}', '@namespace svg url(http://www.w3.org/2000/svg);b{}'],
    [`a{b:url(${ASSET}#iefix)}`, 'a{b:url("/assets/aaaa")}'],
    ['a{b:url(#clip)}', 'a{b:url("#clip")}'],
    ['a{b:url(data:image/png;base64,AA==)}', 'a{b:url("data:image/png;base64,AA==")}'],
    ['a{content:"url(https://x)"}', 'a{content:"url(https://x)"}'],
    [`a{b:url(${EVIL} bad)}`, 'a{b:url("data:,")}'],
    ['.sm\\:p{color:red}', '.sm\\:p{color:red}'],
    [`a{b:URL(/* no */${EVIL})}`, 'a{b:url("data:,")}'],
  ])('%s', (css, expected) => {
    expect(ownCss(css, resource)).toBe(expected);
  });

  test('what it leaves is left a second time, whatever it was', () => {
    const piece = fc.constantFrom(
      'url(',
      '"',
      "'",
      ')',
      EVIL,
      '\\',
      '\\75 rl(',
      '@import',
      ';',
      '{',
      '}',
      '/*',
      '*/',
      ' ',
      'image-set(',
      'a:b',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const once = ownCss(pieces.join(''), resource);
        expect(ownCss(once, resource)).toBe(once);
      }),
    );
  });
});

describe('an element keeps only what was recorded', () => {
  test.each([
    ['img', { src: ASSET, onerror: 'alert(1)' }, { src: '/assets/aaaa' }],
    ['img', { srcset: `${EVIL} 1x, ${ASSET} 2x` }, { srcset: '/assets/aaaa 2x' }],
    ['img', { srcset: EVIL }, {}],
    ['a', { href: 'javascript:alert(1)', ping: EVIL, target: '_top' }, { href: '#' }],
    ['a', { href: EVIL }, { href: '#' }],
    ['iframe', { src: ASSET, srcdoc: '<script>', width: '10' }, { width: '10' }],
    ['form', { action: EVIL }, {}],
    ['button', { formaction: EVIL }, {}],
    ['meta', { 'http-equiv': 'refresh', content: `0;url=${EVIL}` }, {}],
    ['base', { href: EVIL }, {}],
    ['link', { rel: 'preload', href: EVIL }, {}],
    ['link', { rel: 'prefetch', href: ASSET }, {}],
    ['link', { rel: 'stylesheet', href: EVIL }, { rel: 'stylesheet' }],
    ['link', { rel: 'stylesheet', href: ASSET }, { rel: 'stylesheet', href: '/assets/aaaa' }],
    ['link', { _cssText: `a{b:url(${EVIL})}` }, { _cssText: 'a{b:url("data:,")}' }],
    ['div', { style: `background:url(${EVIL})` }, { style: 'background:url("data:,")' }],
    ['rect', { fill: `url(${EVIL}#a)` }, { fill: 'url("data:,")' }],
    ['rect', { fill: 'url(#a)' }, { fill: 'url("#a")' }],
    ['image', { 'xlink:href': EVIL }, {}],
    ['set', { attributeName: 'href', to: EVIL }, { to: EVIL }],
    ['set', { attributeName: 'fill', to: 'red' }, { attributeName: 'fill', to: 'red' }],
    ['video', { src: ASSET, autoplay: '', poster: ASSET, rr_mediaState: 'played' }, { poster: '/assets/aaaa', rr_mediaState: 'paused' }],
    ['canvas', { rr_dataURL: EVIL }, {}],
    ['canvas', { rr_dataURL: 'data:image/png;base64,AA' }, { rr_dataURL: 'data:image/png;base64,AA' }],
    ['input', { autofocus: true, accesskey: 'k', value: 'f(x)' }, { value: 'f(x)' }],
    ['p', { title: 'url(x)', 'data-note': 'url(y)' }, { title: 'url(x)', 'data-note': 'url(y)' }],
    ['IMG'.toLowerCase(), { ONLOAD: 'x', Src: ASSET }, { Src: '/assets/aaaa' }],
    ['body', { background: EVIL }, {}],
  ])('<%s %o>', (tag, attributes, expected) => {
    expect(ownAttributes(tag, attributes, surroundings)).toEqual(expected);
  });

  test('an image that was not recorded is a plain grey one', () => {
    expect(ownAttributes('img', { src: EVIL }, surroundings).src).toMatch(/^data:image\/svg\+xml/);
  });
});

describe('the events of a recording', () => {
  const purify = () => createPurifier({ resource });
  const element = (id: number, tagName: string, attributes = {}, childNodes: unknown[] = []) => ({
    type: NodeType.Element,
    id,
    tagName,
    attributes,
    childNodes,
  });
  const text = (id: number, textContent: string) => ({ type: NodeType.Text, id, textContent });
  const snapshot = (...childNodes: unknown[]) => ({
    type: EventType.FullSnapshot,
    timestamp: 1,
    data: { node: { type: NodeType.Document, id: 1, childNodes }, initialOffset: { left: 0, top: 0 } },
  });
  const increment = (source: IncrementalSource, data: object) => ({
    type: EventType.IncrementalSnapshot,
    timestamp: 2,
    data: { source, ...data },
  });

  test('scripts lose their text and name, styles of every kind their addresses', () => {
    const event = purify()(
      snapshot(element(2, 'SCRIPT', { src: EVIL }, [text(3, 'alert(1)')]), element(4, 'style', {}, [text(5, `a{b:url(${EVIL})}`)])),
    );
    expect(JSON.stringify(event)).not.toContain('evil');
    expect(JSON.stringify(event)).not.toContain('alert');
  });

  test('a style’s text that changes later is read as a style’s', () => {
    const read = purify();
    read(snapshot(element(4, 'style', {}, [text(5, 'a{}')]), element(6, 'p', {}, [text(7, '')])));
    const texts = [
      { id: 5, value: `a{b:url(${EVIL})}` },
      { id: 7, value: 'url(words)' },
    ];
    const event = read(increment(IncrementalSource.Mutation, { texts, attributes: [], adds: [], removes: [] }));
    expect(event?.data).toMatchObject({ texts: [{ value: 'a{b:url("data:,")}' }, { value: 'url(words)' }] });
  });

  test('an attribute that may not be is taken away where it changes, and handlers are never named', () => {
    const read = purify();
    read(snapshot(element(4, 'iframe')));
    const attributes = [{ id: 4, attributes: { src: EVIL, onload: 'x()', width: '5', height: null } }];
    const event = read(increment(IncrementalSource.Mutation, { texts: [], attributes, adds: [], removes: [] }));
    expect(event?.data).toMatchObject({ attributes: [{ attributes: { src: null, width: '5', height: null } }] });
  });

  test('a canvas is shown as the pictures it was painted with', () => {
    const read = purify();
    const first = read(snapshot(element(4, 'canvas', { rr_dataURL: 'data:image/png;base64,AA', width: '5' })));
    expect(JSON.stringify(first)).toContain('"tagName":"img","attributes":{"width":"5","src":"data:image/png;base64,AA"');
    const blob = { rr_type: 'Blob', type: 'image/webp', data: [{ rr_type: 'ArrayBuffer', base64: 'BB' }] };
    const commands = [
      { property: 'clearRect', args: [] },
      { property: 'drawImage', args: [{ rr_type: 'ImageBitmap', args: [blob] }, 0, 0] },
    ];
    const event = read(increment(IncrementalSource.CanvasMutation, { id: 4, type: 0, commands }));
    expect(event?.data).toMatchObject({ attributes: [{ id: 4, attributes: { src: 'data:image/webp;base64,BB' } }] });
  });

  test.each([
    ['rules', IncrementalSource.StyleSheetRule, { id: 4, adds: [{ rule: `a{b:url(${EVIL})}`, index: 0 }] }],
    ['a replaced sheet', IncrementalSource.StyleSheetRule, { styleId: 4, replaceSync: `a{b:url(${EVIL})}` }],
    ['a declaration', IncrementalSource.StyleDeclaration, { id: 4, index: [0], set: { property: 'b', value: `url(${EVIL})` } }],
    [
      'an adopted sheet',
      IncrementalSource.AdoptedStyleSheet,
      { id: 4, styleIds: [1], styles: [{ styleId: 1, rules: [{ rule: `a{b:url(${EVIL})}` }] }] },
    ],
    ['a font', IncrementalSource.Font, { family: 'x', buffer: false, fontSource: `url(${EVIL})` }],
  ])('%s lose their addresses', (_, source, data) => {
    const event = purify()(increment(source, data));
    expect(event).toBeDefined();
    expect(JSON.stringify(event)).not.toContain('evil');
  });

  test('whatever is no rrweb event becomes nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(purify()(value)).toBeUndefined();
      }),
    );
  });

  test('a snapshot of any shape is read without a failure', () => {
    const { node } = fc.letrec((tie) => ({
      node: fc.record(
        {
          type: fc.constantFrom(0, 1, 2, 3, 4, 5, 9, 'x'),
          id: fc.constantFrom(1, 2, 3, null),
          tagName: fc.constantFrom('div', 'style', 'SCRIPT', 'canvas', 7),
          attributes: fc.anything(),
          textContent: fc.anything(),
          childNodes: fc.oneof(fc.array(tie('node'), { maxLength: 3 }), fc.anything()),
        },
        { requiredKeys: [] },
      ),
    }));
    fc.assert(
      fc.property(node, (root) => {
        purify()({ type: EventType.FullSnapshot, timestamp: 1, data: { node: root } });
      }),
    );
  });
});
