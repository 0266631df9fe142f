import { createApp, h, ref } from 'vue';

const Row = {
  props: ['rank'],
  data: () => ({ seen: 0 }),
  render: (self) => h('li', { class: 'row', onClick: () => (self.seen += 1) }, `Row ${self.rank}`),
};
const App = {
  setup: () => ({ count: ref(3), place: { city: 'Delft' } }),
  computed: { twice: (self) => self.count * 2 },
  render: (self) =>
    h('main', [
      h('button', { id: 'setup', onClick: () => (self.count += 1) }, `Count ${self.count}`),
      h(Row, { rank: 1 }),
      h(Row, { rank: 2 }),
    ]),
};
createApp(App).mount('#app');
