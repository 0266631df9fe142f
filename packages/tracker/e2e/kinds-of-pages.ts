/** A page of some kind that recorders get wrong, with what happens on it. */
export interface KindOfPage {
  title: string;
  /** What stands in the page, behind its head. */
  body: string;
  /** Other files, by their path. */
  files?: Record<string, string>;
  /** Scripts that run one after the other, each followed by a look. */
  acts?: readonly string[];
}

const picture = (size: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="9" height="9"/></svg>`;
const sized = (size: number) => `data-look="picture ${size}"`;

/** Each is recorded, replayed and compared. */
export const KINDS_OF_PAGES: readonly KindOfPage[] = [
  {
    title: 'a base address',
    body: `<base href="/deep/folder/"><link rel="stylesheet" href="look.css"><img ${sized(31)} src="picture.svg">
      <p data-look="styled" class="styled">styled</p><p data-look="pictured" style="background: url(picture.svg)">pictured</p>`,
    files: { '/deep/folder/look.css': '.styled { color: rgb(1, 2, 3) }', '/deep/folder/picture.svg': picture(31) },
    acts: [`document.body.insertAdjacentHTML('beforeend', '<img data-look="later" src="picture.svg?later">')`],
  },
  {
    title: 'blob: addresses',
    body: `<p data-look="styled" class="styled">styled</p>
      <script>
        const blob = (text, type) => URL.createObjectURL(new Blob([text], { type }));
        document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: blob('.styled { color: rgb(1, 2, 3) }', 'text/css') }));
        const show = (size) => {
          const image = Object.assign(new Image(), { src: blob('${picture(0)}'.replaceAll('"0"', '"' + size + '"'), 'image/svg+xml') });
          image.dataset.look = 'blob ' + size;
          image.onload = () => URL.revokeObjectURL(image.src);
          document.body.append(image);
        };
        show(21);
      </script>`,
    acts: ['show(23)'],
  },
  {
    title: 'adopted style sheets',
    body: `<p data-look="document" class="a">document</p><div id="host"></div>
      <script>
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.a { color: rgb(1, 2, 3) }');
        document.adoptedStyleSheets = [sheet];
        const root = document.querySelector('#host').attachShadow({ mode: 'open' });
        root.innerHTML = '<p data-look="shadow" class="a">shadow</p>';
        root.adoptedStyleSheets = [sheet];
      </script>`,
    acts: [
      `sheet.insertRule('.a { background: rgb(200, 100, 0) }', 1)`,
      `sheet.replaceSync('.a { color: rgb(9, 9, 9); font-weight: 700 }')`,
      `const other = new CSSStyleSheet(); other.replaceSync('.a { color: rgb(0, 0, 200) }'); root.adoptedStyleSheets = [...root.adoptedStyleSheets, other]`,
    ],
  },
  {
    title: 'style sheets that import others',
    body: `<link rel="stylesheet" href="/one.css"><style>@import url("/four.css");</style>
      <p data-look="one" class="one">1</p><p data-look="two" class="two">2</p><p data-look="three" class="three">3</p><p data-look="four" class="four">4</p>`,
    files: {
      '/one.css': '@import "/sub/two.css"; .one { color: rgb(1, 0, 0) }',
      '/sub/two.css': '@import url(three.css); .two { color: rgb(2, 0, 0) }',
      '/sub/three.css': '.three { color: rgb(3, 0, 0) }',
      '/four.css': '.four { color: rgb(4, 0, 0) }',
    },
  },
  {
    title: 'pictures of which the browser chooses',
    body: `<img ${sized(41)} srcset="/small.svg 1x, /large.svg 2x">
      <picture><source media="(min-width: 1px)" srcset="/wide.svg"><img ${sized(43)} src="/small.svg"></picture>
      <picture><source media="(max-width: 1px)" srcset="/wide.svg"><img ${sized(41)} src="/small.svg"></picture>
      <img data-look="lazy" loading="lazy" src="/large.svg" width="20" height="20">`,
    files: { '/small.svg': picture(41), '/large.svg': picture(42), '/wide.svg': picture(43) },
    acts: [`document.querySelector('img').srcset = '/large.svg 1x'`],
  },
  {
    title: 'films and sounds',
    body: `<video data-look="film" poster="/poster.svg" width="80" height="60" controls></video><audio data-look="sound" controls></audio>`,
    files: { '/poster.svg': picture(51) },
    acts: [`document.querySelector('video').setAttribute('poster', '/poster.svg?other')`],
  },
  {
    title: 'frames that are written in attributes',
    body: `<iframe srcdoc="<p data-look='outer' style='color: rgb(1, 2, 3)'>outer</p><iframe srcdoc=&quot;<b data-look='inner'>inner</b>&quot;></iframe>"></iframe>`,
    acts: [
      `document.querySelector('iframe').contentDocument.body.insertAdjacentHTML('beforeend', '<i data-look="more">more</i>')`,
      `document.querySelector('iframe').srcdoc = '<p data-look="another">another</p>'`,
    ],
  },
  {
    title: 'dialogs and popovers',
    body: `<dialog id="plain" data-look="plain dialog">plain</dialog><dialog id="modal" data-look="modal dialog">modal</dialog>
      <div id="popover" popover data-look="popover">popover</div><dialog open data-look="open from the start">open</dialog>
      <details data-look="details"><summary>more</summary><p data-look="inside">inside</p></details>`,
    acts: [
      `plain.show()`,
      `modal.showModal()`,
      `modal.close()`,
      `popover.showPopover()`,
      `document.querySelector('details').open = true`,
      `popover.hidePopover(); plain.close()`,
    ],
  },
  {
    title: 'custom elements',
    body: `<style>fancy-box { display: block } fancy-box:defined { color: rgb(1, 2, 3) }</style>
      <fancy-box data-look="custom">light</fancy-box>
      <declared-box><template shadowrootmode="open"><style>p { color: rgb(4, 5, 6) }</style><p data-look="declared">declared</p><slot></slot></template><b data-look="slotted">slotted</b></declared-box>
      <form><fancy-box name="field" data-look="field"></fancy-box></form>
      <script>
        customElements.define('fancy-box', class extends HTMLElement {
          static formAssociated = true;
          constructor() {
            super();
            this.internals = this.attachInternals();
            this.attachShadow({ mode: 'open' }).innerHTML = '<style>:host { background: rgb(7, 8, 9) } i { color: rgb(9, 0, 0) }</style><i data-look="shadow">shadow</i><slot></slot>';
            this.internals.setFormValue('a value of its own');
          }
        });
      </script>`,
    acts: [`document.body.append(Object.assign(document.createElement('fancy-box'), { textContent: 'later' }))`],
  },
];
