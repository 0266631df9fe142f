/** How a refusal is answered on each way in, and whether the sender may try the same again. */
export interface Failure {
  /** Code of PROTOCOL.md (100–109 handshake, 200–209 bad request, 300–309 server); ours start at 106, 204 and 301. */
  code: number;
  /** `messageType` that carries it on a native WebSocket. */
  message: 'logui-handshake-failure' | 'logui-bad-request' | 'logui-server-failure';
  /** HTTP status of the same refusal. */
  status: number;
  /** Close code for the shipped LogUI client (0.5.x), where it has one; `drop` cuts the socket without a close frame, so that the client tries again. */
  loguiClose: 4001 | 4002 | 4003 | 4004 | 4005 | 4006 | 4007 | 'drop' | 'none';
  /** Whether the connection ends with it. */
  terminate: boolean;
  /** Whether the same request may succeed later. */
  retry: boolean;
  says: string;
}

/** Every refusal there is. */
export const FAILURES = {
  handshakeFailed: {
    code: 100,
    message: 'logui-handshake-failure',
    status: 400,
    loguiClose: 4001,
    terminate: true,
    retry: false,
    says: 'The handshake failed.',
  },
  handshakeMalformed: {
    code: 101,
    message: 'logui-handshake-failure',
    status: 400,
    loguiClose: 4002,
    terminate: true,
    retry: false,
    says: 'The handshake lacks a field or has a wrong one.',
  },
  tokenInvalid: {
    code: 102,
    message: 'logui-handshake-failure',
    status: 401,
    loguiClose: 4004,
    terminate: true,
    retry: false,
    says: 'The authorisation token is not valid.',
  },
  flightUnknown: {
    code: 103,
    message: 'logui-handshake-failure',
    status: 401,
    loguiClose: 4004,
    terminate: true,
    retry: false,
    says: 'The application or flight does not exist.',
  },
  versionMismatch: {
    code: 104,
    message: 'logui-handshake-failure',
    status: 400,
    loguiClose: 4003,
    terminate: true,
    retry: false,
    says: 'The client’s version is not the one the token expects.',
  },
  versionUnsupported: {
    code: 105,
    message: 'logui-handshake-failure',
    status: 400,
    loguiClose: 4003,
    terminate: true,
    retry: false,
    says: 'This server does not speak the client’s version.',
  },
  originNotAllowed: {
    code: 106,
    message: 'logui-handshake-failure',
    status: 403,
    loguiClose: 4005,
    terminate: true,
    retry: false,
    says: 'The page’s origin is not among the flight’s allowed origins.',
  },
  flightPaused: {
    code: 107,
    message: 'logui-handshake-failure',
    status: 403,
    loguiClose: 4007,
    terminate: true,
    retry: false,
    says: 'The flight does not accept sessions now.',
  },
  tooManyConnections: {
    code: 108,
    message: 'logui-handshake-failure',
    status: 429,
    loguiClose: 'drop',
    terminate: true,
    retry: true,
    says: 'Too many connections from this address.',
  },
  handshakeTooLate: {
    code: 109,
    message: 'logui-handshake-failure',
    status: 408,
    loguiClose: 'drop',
    terminate: true,
    retry: true,
    says: 'No handshake came within three seconds.',
  },
  badRequest: {
    code: 200,
    message: 'logui-bad-request',
    status: 400,
    loguiClose: 'none',
    terminate: false,
    retry: false,
    says: 'The request was not understood.',
  },
  payloadMalformed: {
    code: 201,
    message: 'logui-bad-request',
    status: 400,
    loguiClose: 'none',
    terminate: false,
    retry: false,
    says: 'The event payload is badly formed.',
  },
  eventFieldMissing: {
    code: 202,
    message: 'logui-bad-request',
    status: 400,
    loguiClose: 'none',
    terminate: false,
    retry: false,
    says: 'An event lacks a required field.',
  },
  dataChangeMalformed: {
    code: 203,
    message: 'logui-bad-request',
    status: 400,
    loguiClose: 'none',
    terminate: false,
    retry: false,
    says: 'The change of application-specific data is badly formed.',
  },
  tooLarge: {
    code: 204,
    message: 'logui-bad-request',
    status: 413,
    loguiClose: 'none',
    terminate: false,
    retry: false,
    says: 'The message is larger than the server takes.',
  },
  tooFast: {
    code: 205,
    message: 'logui-bad-request',
    status: 429,
    loguiClose: 'drop',
    terminate: false,
    retry: true,
    says: 'Too many requests; slow down.',
  },
  flightStopped: {
    code: 206,
    message: 'logui-bad-request',
    status: 403,
    loguiClose: 4007,
    terminate: true,
    retry: false,
    says: 'The flight was switched off.',
  },
  serverFailed: {
    code: 300,
    message: 'logui-server-failure',
    status: 500,
    loguiClose: 'drop',
    terminate: true,
    retry: true,
    says: 'The server failed; nothing acknowledged is lost.',
  },
  storageFull: {
    code: 301,
    message: 'logui-server-failure',
    status: 503,
    loguiClose: 'drop',
    terminate: false,
    retry: true,
    says: 'The server’s disk limit is reached; keep the events and try again.',
  },
} as const satisfies Record<string, Failure>;

export type FailureName = keyof typeof FAILURES;
