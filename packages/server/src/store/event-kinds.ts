/** A view of a page: foreign clients tell none, so there each event stands for one. */
export const IS_VIEW = "(name = 'pageView' OR dialect != 'native')";

/** What a click is called. */
export const CLICK_NAMES: readonly string[] = ['click', 'mouseClick'];
export const IS_CLICK = `name IN (${CLICK_NAMES.map((name) => `'${name}'`).join(', ')})`;

/** A click of a native client: those of foreign ones are on their ways. */
export const IS_NATIVE_CLICK = `(dialect = 'native' AND ${IS_CLICK})`;
