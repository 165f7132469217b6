/** Small pictures for tests: an ellipse of one colour on a ground. Eight bits, red, green, blue, alpha. */
import { crc32, deflateSync } from 'node:zlib';

type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly ink: readonly [number, number, number];
  /** Clear where nothing is said. */
  readonly ground?: readonly [number, number, number, number];
  /** Filter type of every row, 0 to 2. */
  readonly filter?: 0 | 1 | 2;
};

export function png({ width, height, ink, ground = [0, 0, 0, 0], filter = 0 }: Drawing): Buffer {
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) => {
      const [dx, dy] = [(x + 0.5) / width - 0.5, (y + 0.5) / height - 0.5];
      return dx * dx + dy * dy < 0.16 ? [...ink, 255] : [...ground];
    }).flat(),
  );
  const raw = rows.map((row, y) => {
    const known = (at: number) => (filter === 1 ? (row[at - 4] ?? 0) : filter === 2 ? (rows[y - 1]?.[at] ?? 0) : 0);
    return Buffer.from([filter, ...row.map((value, at) => (value - known(at)) & 0xff)]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const body = deflateSync(Buffer.concat(raw));
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

export const blueHand = png({ width: 200, height: 80, ink: [20, 60, 170] });
export const redSeal = png({ width: 120, height: 120, ink: [210, 20, 25] });
