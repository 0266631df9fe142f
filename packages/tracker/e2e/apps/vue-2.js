import Vue from 'vue2';

Vue.config.productionTip = false;
Vue.config.devtools = false;
const Row = {
  props: ['rank'],
  data: () => ({ seen: 0 }),
  render(h) {
    return h('li', { class: 'row', on: { click: () => (this.seen += 1) } }, `Row ${this.rank}`);
  },
};
new Vue({
  data: () => ({ count: 3, place: { city: 'Delft' } }),
  computed: {
    twice() {
      return this.count * 2;
    },
  },
  render(h) {
    return h('main', [
      h('button', { attrs: { id: 'setup' }, on: { click: () => (this.count += 1) } }, `Count ${this.count}`),
      h(Row, { props: { rank: 1 } }),
      h(Row, { props: { rank: 2 } }),
    ]);
  },
}).$mount('#app');
