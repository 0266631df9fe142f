import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';

const EMPTY = { message: '', note: '', agree: false, size: 'small' };

/** A form that React holds: it is emptied once it was sent, and filled by a click. */
function Form() {
  const [held, hold] = useState(EMPTY);
  const change =
    (name, from = 'value') =>
    ({ target }) =>
      hold({ ...held, [name]: target[from] });
  const send = (event) => {
    event.preventDefault();
    hold(EMPTY);
  };
  return h(
    'form',
    { onSubmit: send },
    h('input', { id: 'message', value: held.message, onChange: change('message') }),
    h('textarea', { id: 'note', value: held.note, onChange: change('note') }),
    h('input', { id: 'agree', type: 'checkbox', checked: held.agree, onChange: change('agree', 'checked') }),
    h(
      'select',
      { id: 'size', value: held.size, onChange: change('size') },
      h('option', { value: 'small' }, 'Small'),
      h('option', { value: 'large' }, 'Large'),
    ),
    h('button', { id: 'send' }, 'Send'),
    h(
      'button',
      { id: 'fill', type: 'button', onClick: () => hold({ message: 'Hello there', note: 'of old', agree: true, size: 'large' }) },
      'Fill',
    ),
  );
}

createRoot(document.querySelector('#app')).render(h(Form));
