/** A class component, function components with state, a memo, and a wrapper between a component and its element; for any React. */
export function reactApp({ createElement, Component, memo, useState }) {
  class Clock extends Component {
    state = { time: 0, deep: { zone: 'UTC' } };
    tick = () => this.setState(({ time }) => ({ time: time + 1 }));
    render() {
      return createElement('button', { id: 'class', onClick: this.tick }, `Class ${this.props.label}`);
    }
  }
  const Box = ({ children }) => createElement('div', { id: 'box' }, children);
  const Counter = ({ step }) => {
    const [count, setCount] = useState(10);
    const [place] = useState({ city: 'Delft', rank: 0 });
    return createElement(
      Box,
      null,
      createElement('button', { id: 'function', onClick: () => setCount(count + step) }, `${place.city} ${count}`),
    );
  };
  const Row = memo(({ rank }) => createElement('li', { className: 'row' }, `Row ${rank}`));
  return createElement(
    'main',
    null,
    createElement(Clock, { label: 'L', zero: 0 }),
    createElement(Counter, { step: 5 }),
    createElement('ul', null, createElement(Row, { key: 1, rank: 1 }), createElement(Row, { key: 2, rank: 2 })),
  );
}
