import { nameIn } from './group.ts';
import type { Handler } from './handler.ts';

/** LogUI's names of `MouseEvent.button`. */
const BUTTONS = ['primary', 'auxiliary', 'secondary', 'auxiliary2', 'auxiliary3'] as const;

interface Press {
  at: number;
  elements: WeakSet<Element>;
}

/** A button is pressed and released over the same element; logs for the buttons that `properties` names. */
export function mouseClick(): Handler {
  const pressed = new Map<number, Press>();
  /** The press that the release under way may complete; one that ended elsewhere must not wait for a later release. */
  let released: Press | undefined;

  return {
    browserEvents: ['mousedown', 'mouseup'],
    begin(event) {
      const { type, button, timeStamp } = event as MouseEvent;
      released = type === 'mouseup' ? pressed.get(button) : undefined;
      if (type === 'mouseup') pressed.delete(button);
      else pressed.set(button, { at: timeStamp, elements: new WeakSet() });
    },
    logUIEventCallback(element, event, group) {
      const { type, button, timeStamp } = event as MouseEvent;
      if (type === 'mousedown') {
        pressed.get(button)?.elements.add(element);
        return undefined;
      }
      const key = BUTTONS[button];
      if (!released?.elements.has(element) || !key || !group.properties?.[key]) return undefined;
      const details = { clickDuration: timeStamp - released.at, type: 'mouseClick', button: key };
      const name = nameIn(group, key);
      return name === undefined ? details : { ...details, name };
    },
  };
}
