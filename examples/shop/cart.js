import { find } from './catalogue.js';

const KEY = 'kiln-cart';

/** The lines of the cart: product, glaze, quantity. */
export function lines() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]').filter((line) => find(line.id));
  } catch {
    return []; // Storage is blocked or was edited by hand: an empty cart.
  }
}

export function put(id, glaze, quantity) {
  const all = lines();
  const line = all.find((one) => one.id === id && one.glaze === glaze);
  if (line) line.quantity += quantity;
  else all.push({ id, glaze, quantity });
  keep(all.filter((one) => one.quantity > 0));
}

export const empty = () => keep([]);
export const count = () => lines().reduce((sum, line) => sum + line.quantity, 0);
export const total = () => lines().reduce((sum, line) => sum + line.quantity * find(line.id).price, 0);

function keep(all) {
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // Without storage the cart is empty again on the next page; the shop is only an example.
  }
  dispatchEvent(new Event('cart'));
}
