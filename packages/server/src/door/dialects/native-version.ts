import { PROTOCOL_VERSION, type HandshakeRequest } from '@sightline/protocol';

/** Why a client's version is not supported, if it is not. PROTOCOL.md was written for LogUI 0.4; a client that names a protocol version is judged by that. */
export function versionProblem({ clientVersion, protocolVersion }: HandshakeRequest): string | undefined {
  if (protocolVersion !== undefined) {
    return protocolVersion <= PROTOCOL_VERSION ? undefined : `protocolVersion must be at most ${PROTOCOL_VERSION}, got ${protocolVersion}`;
  }
  return /^0\.\d/.test(clientVersion) ? undefined : `clientVersion must be 0.x where no protocolVersion is given, got ${clientVersion}`;
}
