/** A share in percent with one digit, rounded down: 100 is said only where nothing is left out. */
export const shareOf = (part: number, whole: number): string => {
  const tenths = whole === 0 ? 0 : Math.floor((part / whole) * 1_000);
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
};
