/** Whether a failed load is the fault of what was loaded, or of the engine that should have taken it. */
export type Blame = 'segment' | 'engine';

/**
 * ClickHouse's codes for data that cannot be read or does not fit its column
 * (ErrorCodes.cpp): everything else may pass by itself, so that the load is tried again as it is.
 */
const DATA_CODES = new Set([
  6, // CANNOT_PARSE_TEXT
  25, // CANNOT_PARSE_ESCAPE_SEQUENCE
  26, // CANNOT_PARSE_QUOTED_STRING
  27, // CANNOT_PARSE_INPUT_ASSERTION_FAILED
  33, // CANNOT_READ_ALL_DATA
  38, // CANNOT_PARSE_DATE
  41, // CANNOT_PARSE_DATETIME
  53, // TYPE_MISMATCH
  69, // ARGUMENT_OUT_OF_BOUND
  70, // CANNOT_CONVERT_TYPE
  72, // CANNOT_PARSE_NUMBER
  117, // INCORRECT_DATA
  130, // CANNOT_READ_ARRAY_FROM_TEXT
  131, // TOO_LARGE_STRING_SIZE
  190, // SIZES_OF_ARRAYS_DONT_MATCH
  321, // VALUE_IS_OUT_OF_RANGE_OF_DATA_TYPE
  349, // CANNOT_INSERT_NULL_IN_ORDINARY_COLUMN
  376, // CANNOT_PARSE_UUID
  407, // DECIMAL_OVERFLOW
  636, // CANNOT_EXTRACT_TABLE_STRUCTURE
  691, // UNKNOWN_ELEMENT_OF_ENUM
]);

/** Reads the blame off an engine's answer; an error without a ClickHouse code is the engine's own. */
export function blame(error: unknown): Blame {
  const code = error instanceof Error && 'code' in error ? Number(error.code) : Number.NaN;
  return DATA_CODES.has(code) ? 'segment' : 'engine';
}
