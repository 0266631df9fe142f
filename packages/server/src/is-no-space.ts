/** What a disk without room says, to Node and to the engine. */
const CODES = new Set(['ENOSPC', 'EDQUOT', '243']);

/** Whether an error says that the disk has no room, or the owner's share of it. */
export const isNoSpace = (error: unknown): boolean => error instanceof Error && 'code' in error && CODES.has(String(error.code));
