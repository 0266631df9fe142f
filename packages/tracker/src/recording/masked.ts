/** What stands for a secret of which not even the length may be known. */
export const SECRET = '********';

/** A text of the same shape, with nothing of it left. */
export const masked = (text: string): string => text.replace(/\S/g, '*');

/** What was typed, as so many signs; lines stay lines, as a text field grows with them. */
export const maskedInput = (text: string): string => text.replace(/[^\n]/g, '*');
