import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fakeBatch } from './spool.fake.ts';
import { frameBytes, frameOf, frameRoom, writeFrame } from './frame.ts';
import { scanFrames } from './scan-frames.ts';

const names = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 6 });
const framesOf = (given: string[]) => given.map((name, index) => frameOf(fakeBatch(index, 1, name)));
const found = (bytes: Buffer) => scanFrames(bytes).frames.map(({ json }) => bytes.toString('utf8', json.from, json.to));

test('a batch of any text comes back from its frame', () => {
  fc.assert(
    fc.property(names, (given) => {
      const bytes = Buffer.concat(framesOf(given));
      expect(found(bytes).map((json) => JSON.parse(json))).toEqual(given.map((name, index) => fakeBatch(index, 1, name)));
      expect(scanFrames(bytes).bad).toEqual([]);
    }),
  );
});

test('a frame takes the bytes that were foretold, anywhere in a buffer, and no more room than that', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), fc.nat(50), (json, from) => {
      const bytes = frameBytes(json);
      expect(frameRoom(json)).toBeGreaterThanOrEqual(bytes);
      const buffer = Buffer.alloc(from + bytes);
      expect(writeFrame(buffer, from, json)).toBe(from + bytes);
      expect(found(buffer.subarray(from))).toEqual([json]);
    }),
  );
});

test('wherever a segment is torn, the frames before stay and the rest is bad', () => {
  fc.assert(
    fc.property(names, fc.nat(), (given, at) => {
      const frames = framesOf(given);
      const whole = Buffer.concat(frames);
      const torn = whole.subarray(0, at % whole.length);
      const left = frames.filter((_, index) => Buffer.concat(frames.slice(0, index + 1)).length <= torn.length);
      const scan = scanFrames(torn);
      expect(scan.frames).toHaveLength(left.length);
      expect(scan.bad).toEqual(Buffer.concat(left).length < torn.length ? [{ from: Buffer.concat(left).length, to: torn.length }] : []);
    }),
  );
});

test('wherever one byte is damaged, at most the frame it stands in is lost', () => {
  fc.assert(
    fc.property(names, fc.nat(), fc.integer({ min: 1, max: 255 }), (given, at, change) => {
      const frames = framesOf(given);
      const bytes = Buffer.concat(frames);
      const place = at % bytes.length;
      bytes.writeUInt8(bytes.readUInt8(place) ^ change, place);
      const others = found(bytes).map((json) => JSON.parse(json).events[0].sequence as number);
      const damaged = frames.findIndex((_, index) => Buffer.concat(frames.slice(0, index + 1)).length > place);
      expect(others.filter((sequence) => sequence !== damaged)).toEqual(
        given.map((_, index) => index).filter((index) => index !== damaged),
      );
    }),
  );
});

test('every byte belongs to one range', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), names, (rubbish, given) => {
      const bytes = Buffer.concat([...framesOf(given), rubbish, ...framesOf(given)]);
      const { frames, bad } = scanFrames(bytes);
      const ranges = [...frames, ...bad].sort((a, b) => a.from - b.from);
      expect(ranges.map(({ from }) => from)).toEqual([0, ...ranges.slice(0, -1).map(({ to }) => to)]);
      expect(ranges.at(-1)?.to).toBe(bytes.length);
    }),
  );
});
