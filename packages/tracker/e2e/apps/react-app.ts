/** What the tests' apps need of any React. */
interface AnyReact {
  createElement(type: unknown, props?: object | null, ...children: unknown[]): unknown;
  Component: new (props: object) => { state: object; setState(state: object): void; props: Record<string, unknown> };
  memo(component: unknown): unknown;
  useState<Value>(first: Value): [Value, (next: Value) => void];
}

/** A class component, function components with state, a memo, and a wrapper between a component and its element. */
export function reactApp({ createElement, Component, memo, useState }: AnyReact) {
  class Clock extends Component {
    override state = { time: 0, deep: { zone: 'UTC' } };
    render() {
      const tick = () => this.setState({ time: (this.state as { time: number }).time + 1 });
      return createElement('button', { id: 'class', onClick: tick }, `Class ${this.props.label}`);
    }
  }
  const Box = ({ children }: { children?: unknown }) => createElement('div', { id: 'box' }, children);
  const Counter = ({ step }: { step: number }) => {
    const [count, setCount] = useState(10);
    const [place] = useState({ city: 'Delft', rank: 0 });
    return createElement(
      Box,
      null,
      createElement('button', { id: 'function', onClick: () => setCount(count + step) }, `${place.city} ${count}`),
    );
  };
  const Row = memo(({ rank }: { rank: number }) => createElement('li', { className: 'row' }, `Row ${rank}`));
  return createElement(
    'main',
    null,
    createElement(Clock, { label: 'L', zero: 0 }),
    createElement(Counter, { step: 5 }),
    createElement('ul', null, createElement(Row, { key: 1, rank: 1 }), createElement(Row, { key: 2, rank: 2 })),
  );
}
