import { LIMITS } from '@sightline/protocol';
import type { RawData } from 'ws';
import type { Conversation, Handled, Line, Peer, SocketDialect } from './conversation.ts';
import { countRefusal } from './counts.ts';
import type { DoorSocket } from './door-socket.ts';
import { failureMessage } from './failure-message.ts';
import type { Intake } from './intake.ts';
import { parseJson } from './parse-json.ts';
import { socketInbox, type Letter } from './socket-inbox.ts';

export interface OpenSocketDeps {
  socket: DoorSocket;
  intake: Intake;
  dialects: readonly SocketDialect[];
  peer: Peer;
}

/** One accepted WebSocket. */
export interface OpenSocket {
  dialect(): string;
  /** Asks the flights again whether this client may go on. */
  recheck(): void;
  /** Drops the connection if the last ping was not answered; else sends another. */
  ping(): void;
  /** Says good-bye; resolves when the connection is gone. */
  leave(): Promise<void>;
  closed: Promise<void>;
}

/** The close code that shipped LogUI shows for a first frame that it could not have sent. */
const NOBODY = 4_001;
const TOO_BIG = 1_009;
/** A busy socket asks so often whether it may go on, besides being told: a token revoked elsewhere tells nobody. */
const CHECK_EVERY_MS = 1_000;
/** How long a refusal may take to reach a peer before the connection is cut all the same. */
const LAST_WORDS_MS = 1_000;

/** Reads a WebSocket: finds the dialect by the first message, and hands every message to it in order. */
export function openSocket({ socket, intake, dialects, peer }: OpenSocketDeps): OpenSocket {
  const { limits, now } = intake;
  let conversation: Conversation | undefined;
  let dialect = 'unknown';
  let isAlive = true;
  let isTurnedAway = false;
  let checkedAt = now();

  const line: Line = {
    send(message) {
      if (socket.readyState !== socket.OPEN) return;
      // A peer that takes no answers must not fill our memory.
      if (socket.bufferedAmount > limits.unreadBytes) socket.terminate();
      else socket.send(JSON.stringify(message), ignoreLost);
    },
    close: (code) => socket.close(code),
    drop: () => socket.terminate(),
    answersAll: false,
  };

  const dropWithWords = (message: object) => {
    const cut = () => socket.terminate();
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message), cut);
    setTimeout(cut, LAST_WORDS_MS).unref();
  };

  const begin = (value: unknown): Conversation | undefined => {
    const found = dialects.find(({ speaks }) => speaks(value));
    if (found === undefined) {
      isTurnedAway = true;
      countRefusal(intake.counts, 'handshakeFailed');
      line.send(
        failureMessage({ failure: 'handshakeFailed', reason: 'the first message must be a handshake in JSON (logui-handshake-request)' }),
      );
      socket.close(NOBODY);
      return undefined;
    }
    dialect = found.name;
    return found.open(peer, line);
  };

  const read = ({ text, receivedAt }: Letter): Handled => {
    const value = parseJson(text);
    if (!isTurnedAway) conversation ??= begin(value);
    return conversation?.receive({ value, text, length: text.length, receivedAt }) ?? { done: Promise.resolve(), blocks: false };
  };

  const pace = () => {
    const wait = intake.pace(peer.address, conversation?.flight());
    if (wait > 0) intake.counts.paced += 1;
    return wait;
  };
  const inbox = socketInbox({ read, pace, limits, backlog: intake.backlog, hush: () => socket.pause(), resume: () => socket.resume() });

  const recheck = () => {
    checkedAt = now();
    inbox.between(async () => conversation?.recheck());
  };

  const late = setTimeout(() => {
    countRefusal(intake.counts, 'handshakeTooLate');
    dropWithWords(failureMessage({ failure: 'handshakeTooLate', reason: `the handshake must come within ${limits.handshakeWithinMs} ms` }));
  }, limits.handshakeWithinMs);

  socket.onBroken = (code) => {
    if (conversation === undefined || code !== TOO_BIG) socket.terminate();
    else conversation.tooLarge(0, true);
  };
  socket.on('message', (data: RawData, isBinary: boolean) => {
    // Binary frames are nobody's here (a known LogUI fork sends video); they neither count nor disturb.
    if (isBinary) return;
    clearTimeout(late);
    const size = bytesOf(data);
    if (size > LIMITS.messageBytes && conversation !== undefined) conversation.tooLarge(size, false);
    else if (size > LIMITS.messageBytes) socket.terminate();
    else {
      if (now() - checkedAt >= CHECK_EVERY_MS) recheck();
      inbox.push({ text: textOf(data), receivedAt: now() });
    }
  });
  socket.on('pong', () => {
    isAlive = true;
  });
  // `ws` closes the socket itself after an error; what it says is of no use to anybody.
  socket.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => {
      clearTimeout(late);
      resolve();
    });
  });

  return {
    dialect: () => dialect,
    recheck,
    ping() {
      if (!isAlive) return socket.terminate();
      isAlive = false;
      return socket.ping();
    },
    async leave() {
      const patience = setTimeout(() => socket.close(1_001), limits.farewellMs);
      const giveUp = setTimeout(() => socket.terminate(), limits.farewellMs + LAST_WORDS_MS);
      await Promise.race([conversation === undefined ? socket.terminate() : conversation.leave(), closed]);
      await Promise.all([closed, inbox.idle()]);
      clearTimeout(patience);
      clearTimeout(giveUp);
    },
    closed,
  };
}

/** An answer to somebody who has gone is lost with them; they will send again. */
const ignoreLost = () => undefined;

const bytesOf = (data: RawData): number => (Array.isArray(data) ? data.reduce((sum, part) => sum + part.byteLength, 0) : data.byteLength);

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return Buffer.isBuffer(data) ? data.toString() : Buffer.from(data).toString();
}
