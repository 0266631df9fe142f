/** No answer came from the server: it is down, or the way to it is. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
