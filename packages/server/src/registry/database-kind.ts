/** Which database keeps the registry. */
export type DatabaseKind = 'sqlite' | 'postgres';
