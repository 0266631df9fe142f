/*
 * The spool's line as the engine reads it. Objects and arrays where a String is named are kept as the JSON text they came as
 * (`input_format_json_read_objects_as_strings`), byte for byte.
 */

const EVENT = `Tuple(
  sequence UInt32,
  type LowCardinality(String),
  name String,
  at Int64,
  wallAt Int64,
  monotonicAt Nullable(Float64),
  epoch UInt16,
  pageView Nullable(UUID),
  url String,
  details String,
  metadata String,
  applicationSpecificData String,
  extra String
)`;

const REFUSED = `Tuple(kind String, sequence Nullable(UInt32), reason String, body String)`;

const RECORDING = `Tuple(
  sequence UInt32, at Int64, until Int64, offsetMs Int64, count UInt32, snapshot Bool, encoding LowCardinality(String), events String
)`;

const ASSET = `Tuple(hash String, contentType String, url String, encoding LowCardinality(String), data String)`;

const BATCH = `Tuple(
  application LowCardinality(String),
  flight LowCardinality(String),
  session UUID,
  sessionRef String,
  tab UUID,
  visitor Nullable(UUID),
  dialect LowCardinality(String),
  agent String,
  receivedAt Int64,
  offsetMs Nullable(Float64),
  offsetErrorMs Nullable(Float64),
  fresh Bool,
  events Array(${EVENT}),
  refused Array(${REFUSED}),
  recordings Array(${RECORDING}),
  assets Array(${ASSET})
)`;

/** Columns of a segment's lines: checksum, length, batch. */
export const SEGMENT_COLUMNS = `crc String, bytes UInt64, batch ${BATCH}`.replaceAll(/\s+/g, ' ');

/** How those lines are to be read, on either engine. */
export const SEGMENT_SETTINGS = {
  input_format_json_read_objects_as_strings: 1,
  input_format_json_read_arrays_as_strings: 1,
  input_format_json_ignore_unknown_keys_in_named_tuple: 1,
  // Half a surrogate pair is a legal JavaScript string; it must not fail the thousand batches around it.
  input_format_json_throw_on_bad_escape_sequence: 0,
} as const;
