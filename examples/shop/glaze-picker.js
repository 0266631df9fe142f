import { glazes } from './catalogue.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  div { display: flex; gap: 10px; flex-wrap: wrap; }
  button { width: 40px; height: 40px; padding: 0; border-radius: 50%; cursor: pointer; border: 3px solid var(--ground); box-shadow: 0 0 0 1px var(--line); }
  button[aria-checked='true'] { box-shadow: 0 0 0 2px var(--ink); }
  button:focus-visible { outline: 2px solid var(--accent); outline-offset: 4px; }
`);

/** Chooses a glaze; lives in a shadow root, as design systems do. */
customElements.define(
  'glaze-picker',
  class extends HTMLElement {
    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      const group = root.appendChild(document.createElement('div'));
      group.setAttribute('role', 'radiogroup');
      group.setAttribute('aria-label', 'Glaze');
      for (const [name, [colour]] of Object.entries(glazes)) {
        const button = group.appendChild(document.createElement('button'));
        button.type = 'button';
        button.value = name;
        button.title = name;
        button.dataset.testid = `glaze-${name}`;
        button.setAttribute('role', 'radio');
        button.setAttribute('aria-label', name);
        button.style.background = colour;
        button.addEventListener('click', () => {
          this.value = name;
          this.dispatchEvent(new CustomEvent('glaze', { detail: name }));
        });
      }
    }

    set value(name) {
      for (const button of this.shadowRoot.querySelectorAll('button')) button.setAttribute('aria-checked', button.value === name);
    }
  },
);
