/**
 * A PNG looked at pixel by pixel (ISO/IEC 15948), as far as pictures of hands and seals need it: whether its ground is clear, which colour
 * it has. Eight bits a channel or a palette, not interlaced; anything else is refused in words that say how to save it.
 */
import { inflateSync } from 'node:zlib';

export type Pixels = {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha, row by row. */
  readonly rgba: Uint8Array;
};

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
export const isPng = (bytes: Uint8Array) => Buffer.compare(bytes.subarray(0, 8), signature) === 0;
/** No honest picture of a signature is larger; more would only cost memory. */
export const widestSide = 4000;
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

type Chunks = { readonly header: Buffer; readonly body: Buffer; readonly palette: Buffer; readonly clear: Buffer };

/** Undefined when it is broken, interlaced, of another depth, or larger than `widestSide`. */
export function pixelsOf(png: Uint8Array): Pixels | undefined {
  try {
    return read(chunksIn(Buffer.from(png)));
  } catch {
    return undefined;
  }
}

function chunksIn(png: Buffer): Chunks {
  const found = new Map<string, Buffer[]>();
  for (let at = 8; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    found.set(name, [...(found.get(name) ?? []), png.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  const of = (name: string) => Buffer.concat(found.get(name) ?? []);
  return { header: of('IHDR'), body: of('IDAT'), palette: of('PLTE'), clear: of('tRNS') };
}

function read({ header, body, palette, clear }: Chunks): Pixels | undefined {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, type, , , interlaced] = header.subarray(8);
  const channels = channelsOf[type ?? -1];
  if (depth !== 8 || interlaced !== 0 || !channels || width > widestSide || height > widestSide) return undefined;
  const stride = width * channels;
  const rows = inflateSync(body, { maxOutputLength: (stride + 1) * height });
  if (rows.length !== (stride + 1) * height) return undefined;
  const bytes = unfiltered(rows, { height, stride, channels });
  const rgba = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at += 1) {
    rgba.set(pixel(bytes.subarray(at * channels, (at + 1) * channels), { type: type ?? 0, palette, clear }), at * 4);
  }
  return { width, height, rgba };
}

type Colours = { readonly type: number; readonly palette: Buffer; readonly clear: Buffer };

function pixel(bytes: Uint8Array, { type, palette, clear }: Colours): readonly number[] {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (type === 6) return [a, b, c, d];
  if (type === 4) return [a, a, a, b];
  if (type === 3) return [...palette.subarray(a * 3, a * 3 + 3), clear[a] ?? 255];
  if (type === 0) return [a, a, a, clear[1] === a && clear.length === 2 ? 0 : 255];
  const isClear = clear.length === 6 && clear[1] === a && clear[3] === b && clear[5] === c;
  return [a, b, c, isClear ? 0 : 255];
}

type Shape = { readonly height: number; readonly stride: number; readonly channels: number };

/** Each row is told by its neighbours (filter types 0 to 4). */
function unfiltered(rows: Buffer, { height, stride, channels }: Shape): Uint8Array {
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (stride + 1)] ?? 0;
    if (filter > 4) throw new Error('no such filter');
    for (let x = 0; x < stride; x += 1) {
      const left = x < channels ? 0 : (out[y * stride + x - channels] ?? 0);
      const up = y === 0 ? 0 : (out[(y - 1) * stride + x] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (out[(y - 1) * stride + x - channels] ?? 0);
      const raw = rows[y * (stride + 1) + 1 + x] ?? 0;
      out[y * stride + x] = raw + guessed(filter, left, up, corner);
    }
  }
  return out;
}

function guessed(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
