const POSTGRES_UNIQUE = '23505';

/** Whether a database refused a row because another has the same name, which only the database can tell without a race. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return code === POSTGRES_UNIQUE || code === 'SQLITE_CONSTRAINT_UNIQUE' || /UNIQUE constraint failed/.test(error.message);
}
