import { createApp, h, reactive } from 'vue';

const EMPTY = { message: '', note: '', agree: false, size: 'small' };

/** The same form, held by Vue. */
const Form = {
  setup() {
    const held = reactive({ ...EMPTY });
    const change =
      (name, from = 'value') =>
      ({ target }) =>
        (held[name] = target[from]);
    const send = (event) => {
      event.preventDefault();
      Object.assign(held, EMPTY);
    };
    return () =>
      h('form', { onSubmit: send }, [
        h('input', { id: 'message', value: held.message, onInput: change('message') }),
        h('textarea', { id: 'note', value: held.note, onInput: change('note') }),
        h('input', { id: 'agree', type: 'checkbox', checked: held.agree, onChange: change('agree', 'checked') }),
        h('select', { id: 'size', value: held.size, onChange: change('size') }, [
          h('option', { value: 'small' }, 'Small'),
          h('option', { value: 'large' }, 'Large'),
        ]),
        h('button', { id: 'send' }, 'Send'),
        h(
          'button',
          {
            id: 'fill',
            type: 'button',
            onClick: () => Object.assign(held, { message: 'Hello there', note: 'of old', agree: true, size: 'large' }),
          },
          'Fill',
        ),
      ]);
  },
};
createApp(Form).mount('#app');
