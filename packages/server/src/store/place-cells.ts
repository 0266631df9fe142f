/** Width and height of a cell of the page: finer than the smallest spot that is drawn. */
export const CELL_PX = 8;
/** Of an element, whose places are moved to where it stands now: still under the spot's standard deviation of 18 px. */
const WITHIN_PX = 16;
/** A cell of the page where nothing tells the place; no page reaches so far to the left. */
export const NOWHERE = -32_768;
/** Cells of an element's height stand below, those of its width above. */
const DOWN = 2 ** 10;
/** More than any cell of an element. */
export const CELLS_WITHIN = 2 ** 18;

/**
 * An element is cut into about as many cells as it is wide and high, in a power of two, so that sizes which are nearly alike share
 * them; a cell stands for its middle. Cells are numbered from 1 over all powers: the cells of a cut into 4 are 4 to 7.
 */
const cell = (share: string, length: string, halvings: number) => {
  const wider = Array.from({ length: halvings }, (_, index) => `(ifNull(${length}, 64) > ${WITHIN_PX * 2 ** index})`);
  const cells = `bitShiftLeft(toUInt32(1), ${wider.join(' + ')})`;
  return `(${cells} + intDiv(least(toUInt32(assumeNotNull(${share})), 999) * ${cells}, 1000))`;
};
const middle = (number: string) => {
  // Of 0, which is no cell, something is answered too.
  const cells = `exp2(floor(log2(greatest(${number}, 1))))`;
  return `floor((${number} - ${cells} + 0.5) * 1000 / ${cells})`;
};

/** An event's cell within its element as one number, 0 where it is not known. */
export const WITHIN = `toUInt32(if(isNull(elementX) OR isNull(elementY), 0,
  ${cell('elementX', 'elementWidth', 7)} * ${DOWN} + ${cell('elementY', 'elementHeight', 9)}))`;

/** The middle of such a cell, thousandths of the element's width and height. */
export const middlesOf = (within: string): { across: string; down: string } => ({
  across: middle(`intDiv(${within}, ${DOWN})`),
  down: middle(`(${within} % ${DOWN})`),
});

const onPage = (place: string) => `if(isNull(x) OR isNull(y), toInt32(${NOWHERE}), toInt32(floor(assumeNotNull(${place}) / ${CELL_PX})))`;

/** The column and the row of an event's cell of the page, or `NOWHERE` twice. */
export const COLUMN = onPage('x');
export const ROW = onPage('y');
