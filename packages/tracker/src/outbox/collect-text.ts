/** The body of `POST /v1/collect`, from messages that are text already. */
export const collectText = (handshake: string, messages: string[]): string =>
  `{"messageType":"sightline-collect","handshake":${handshake},"messages":[${messages.join()}]}`;
