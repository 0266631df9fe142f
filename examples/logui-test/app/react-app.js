import { Component, createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** Counts seconds, as a class component. */
class Clock extends Component {
  state = { time: 0 };

  componentDidMount() {
    this.timer = setInterval(this.tick, 1000);
  }

  tick = () => this.setState(({ time }) => ({ time: time + 1 }));

  componentWillUnmount() {
    clearInterval(this.timer);
  }

  render() {
    return createElement('button', { id: 'clock', type: 'button' }, `${this.props.zone}: ${this.state.time} s`);
  }
}

/** Counts clicks, as a function component. */
function Counter() {
  const [count, setCount] = useState(0);
  return createElement('button', { id: 'counter', type: 'button', onClick: () => setCount(count + 1) }, `Clicked ${count} times`);
}

createRoot(document.querySelector('#react')).render(
  createElement('div', { className: 'row' }, createElement(Clock, { zone: 'On this page' }), createElement(Counter)),
);
