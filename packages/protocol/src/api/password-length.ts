/** How many characters a password may have. */
export const PASSWORD_LENGTH = { least: 10, most: 128 } as const;
