const LINE_FEED = 0x0a;

/** The lines of bytes that come in pieces, without their ends. A piece may be another one's buffer: what is kept of it is copied. */
export async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<string, void> {
  let held: Buffer[] = [];
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, from)) {
      held.push(piece.subarray(from, end));
      yield (held.length === 1 ? held[0] : Buffer.concat(held))?.toString() ?? '';
      held = [];
      from = end + 1;
    }
    if (from < piece.length) held.push(Buffer.from(piece.subarray(from)));
  }
  if (held.length > 0) yield Buffer.concat(held).toString();
}
