/**
 * A recording as somebody would make it who wants to run a script in the reader's browser, or make it call somewhere: everything it names
 * holds the word by which a call is known.
 */
export function hostileRecording({ evil, own, word, at }: { evil: string; own: string; word: string; at: number }): unknown[] {
  let id = 10;
  let call = 0;
  const out = () => `${evil}/${word}-${(call += 1)}`;
  const same = () => `${own}/api/v1/${word}-${(call += 1)}`;
  const script = 'window.top.__ran = true; top.location = "about:blank"';
  const element = (tagName: string, attributes: object = {}, childNodes: object[] = [], more: object = {}) => ({
    type: 2,
    id: (id += 1),
    tagName,
    attributes,
    childNodes,
    ...more,
  });
  const text = (textContent: string) => ({ type: 3, id: (id += 1), textContent });
  const svg = { isSVG: true };
  const css = () => `@import url(${out()}); body { background: url(${out()}) } p { background: u\\72l("${same()}") }
    @font-face { font-family: x; src: url(${out()}) } h1 { font-family: x; background: image-set("${out()}" 1x) } i { cursor: url(${same()}), auto }`;
  const target = element('p', { id: 'target' }, [text('harmless words')]);
  const style = element('style', {}, [text('b { color: red }')]);
  const frame = element('iframe', { srcdoc: `<script>${script}</script><img src="${out()}">`, src: out() });
  const body = [
    element('script', { src: out() }, [text(script)]),
    element('SCRIPT', { src: same() }, [text(script)]),
    element('img', { src: out(), onerror: script, onload: script, srcset: `${out()} 1x, ${same()} 2x` }),
    element('img', { src: same(), rr_dataURL: same() }),
    element('picture', {}, [element('source', { srcset: out() }), element('img', { srcset: out() })]),
    element('a', { href: `javascript:${script}`, ping: out() }, [text('link')]),
    element('iframe', { src: `javascript:${script}` }),
    element('iframe', { src: same() }),
    frame,
    element('object', { data: out() }),
    element('embed', { src: out() }),
    element('form', { action: out() }, [element('input', { type: 'image', src: out() }), element('button', { formaction: out() })]),
    element('video', { src: out(), poster: out(), autoplay: true, rr_mediaState: 'played' }, [element('source', { src: out() })]),
    element('audio', { src: out(), autoplay: true }),
    element('input', { onfocus: script, autofocus: true }),
    element('div', { style: `background: url(${out()}); width: 9px; height: 9px`, onmouseover: script, onclick: script }, [text('x')]),
    element('table', { background: out() }),
    element('canvas', { rr_dataURL: out() }),
    element(
      'svg',
      { onload: script },
      [
        element('script', { href: out() }, [text(script)], svg),
        element('image', { href: out(), 'xlink:href': same() }, [], svg),
        element('use', { href: `${same()}#a` }, [], svg),
        element('rect', { fill: `url(${out()}#a)`, filter: `url(${same()}#b)`, width: '9', height: '9' }, [], svg),
        element('image', {}, [element('set', { attributeName: 'href', to: out() }, [], svg)], svg),
        element('foreignObject', {}, [element('img', { src: out() })], svg),
      ],
      svg,
    ),
    target,
  ];
  const head = [
    element('base', { href: `${evil}/` }),
    element('meta', { 'http-equiv': 'refresh', content: `0;url=${out()}` }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: 'default-src *' }),
    element('link', { rel: 'stylesheet', href: out() }),
    element('link', { rel: 'stylesheet', href: same() }),
    element('link', { rel: 'stylesheet', href: out(), _cssText: css() }),
    element('link', { rel: 'preload', as: 'image', href: out() }),
    element('link', { rel: 'prefetch', href: out() }),
    element('link', { rel: 'dns-prefetch', href: out() }),
    element('link', { rel: 'icon', href: out() }),
    element('link', { rel: 'modulepreload', href: out() }),
    element('style', {}, [text(css())]),
    element('style', { _cssText: css() }),
    style,
  ];
  const tree = {
    type: 0,
    id: 1,
    childNodes: [
      { type: 1, id: 2, name: 'html', publicId: '', systemId: '' },
      element('html', {}, [element('head', {}, head), element('body', { background: out(), onload: script }, body)]),
    ],
  };
  const increment = (after: number, data: object) => ({ type: 3, timestamp: at + after, data });
  const mutation = (more: object) => ({ source: 0, texts: [], attributes: [], removes: [], adds: [], ...more });
  const styleText = style.childNodes[0] as { id: number };
  return [
    { type: 4, timestamp: at, data: { href: `javascript:${script}`, width: 800, height: 600 } },
    { type: 2, timestamp: at + 1, data: { node: tree, initialOffset: { top: 0, left: 0 } } },
    increment(100, mutation({ adds: [{ parentId: target.id, nextId: null, node: element('img', { src: out(), onerror: script }) }] })),
    increment(110, mutation({ attributes: [{ id: target.id, attributes: { onclick: script, style: { background: `url(${out()})` } } }] })),
    increment(120, mutation({ attributes: [{ id: frame.id, attributes: { src: out(), srcdoc: `<img src=${out()}>` } }] })),
    increment(130, mutation({ texts: [{ id: styleText.id, value: css() }] })),
    increment(140, { source: 8, id: style.id, adds: [{ rule: `p { background: url(${out()}) }`, index: 0 }] }),
    increment(150, { source: 13, id: style.id, index: [0], set: { property: 'background', value: `url(${out()})` } }),
    increment(160, { source: 15, id: 1, styleIds: [1], styles: [{ styleId: 1, rules: [{ rule: `p { background: url(${out()}) }` }] }] }),
    increment(170, { source: 10, family: 'x', fontSource: `url(${out()})`, buffer: false }),
    increment(180, { source: 2, type: 2, id: target.id, x: 1, y: 1 }),
    increment(190, { source: 9, id: target.id, type: 0, commands: [{ property: 'drawImage', args: [out()] }] }),
    { type: 6, timestamp: at + 195, data: { plugin: 'x', payload: script } },
    { type: 3, timestamp: at + 196 },
    'no event at all',
    increment(1_500, mutation({ attributes: [{ id: target.id, attributes: { title: 'the end' } }] })),
  ];
}
