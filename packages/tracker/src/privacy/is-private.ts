/** Marked by the page, or made for secrets: passwords, codes, payment. Names count too, as a password that is shown has the type `text`. */
const PRIVATE = [
  '[data-sightline-private]',
  'input[type="password"]',
  ...['current-password', 'new-password', 'one-time-code'].map((token) => `[autocomplete~="${token}"]`),
  '[autocomplete^="cc-"]',
  '[autocomplete*=" cc-"]',
  ...['passw', 'cvc', 'cvv', 'cardnumber', 'card-number', 'card_number', 'iban'].flatMap((part) => [
    `input[name*="${part}" i]`,
    `input[id*="${part}" i]`,
  ]),
].join();

/** Whether nothing that the element holds may leave the page, whatever a configuration says: out of shadow roots too. */
export function isPrivate(element: Element): boolean {
  if (element.closest(PRIVATE)) return true;
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  return host !== undefined && isPrivate(host);
}

/** Whether something private is inside the element, so that the whole of it tells too much. */
export const holdsPrivate = (element: Element): boolean => element.querySelector(PRIVATE) !== null;
