const find = (selector) => document.querySelector(selector);
const state = (text) => {
  find('#state').textContent = text;
  find('#start').disabled = text !== 'inactive';
  find('#stop').disabled = text === 'inactive';
};

find('#controls').addEventListener('submit', (event) => {
  event.preventDefault();
  window.LogUI.init(window.studyConfig(find('#to-server').checked)).catch((error) => {
    find('#console').prepend(Object.assign(document.createElement('li'), { textContent: error.message }));
  });
});
find('#stop').addEventListener('click', () => window.LogUI.stop());
find('#clear').addEventListener('click', () => find('#console').replaceChildren());
window.addEventListener('logUIStarted', () => state('active'));
window.addEventListener('logUIStopped', () => state('inactive'));

const box = (text, name) => Object.assign(document.createElement('div'), { textContent: text, className: name });
find('#add').addEventListener('click', ({ currentTarget }) => {
  const filled = find('#dynamic').childElementCount > 0;
  find('#dynamic').replaceChildren(...(filled ? [] : [box('Not tracked', 'box'), box('Hover and click', 'box test')]));
  currentTarget.textContent = filled ? 'Add two elements' : 'Take them away';
});
find('#class').addEventListener('click', () => find('#dynamic .box')?.classList.toggle('test'));
find('#search').addEventListener('submit', (event) => event.preventDefault());

customElements.define(
  'shadow-box',
  class extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: 'open' }).innerHTML = '<button class="shadowed">In a shadow root</button>';
    }
  },
);
state('inactive');
