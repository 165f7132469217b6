/** Builds zips for the tests, honest or not: sizes, flags and offsets can be made to lie. */
import { crc32, deflateRawSync } from 'node:zlib';

export type FixtureEntry = {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Already deflated bytes, for bombs that must not be inflated to be built. */
  readonly deflated?: Uint8Array;
  readonly declaredBytes?: number;
  readonly crc?: number;
  readonly flags?: number;
  /** Point the directory at the local header of this earlier entry, as overlapping bombs do. */
  readonly sharesBytesOf?: number;
};

export function buildZip(entries: readonly FixtureEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content);
    const stored = Buffer.from(entry.deflated ?? deflateRawSync(content));
    const shared = entry.sharesBytesOf === undefined ? undefined : offsets[entry.sharesBytesOf];
    const header = headerOf(entry, content, stored.length);
    const name = Buffer.from(entry.name);
    offsets.push(shared ?? offset);
    directory.push(centralHeader(header, name, shared ?? offset));
    if (shared !== undefined) continue;
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), header, name, stored]);
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...locals, central, endRecord(entries.length, central.length, offset)]);
}

function headerOf(entry: FixtureEntry, content: Buffer, storedBytes: number): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE((entry.flags ?? 0) | 0x800, 2);
  header.writeUInt16LE(8, 4);
  header.writeUInt32LE(entry.crc ?? crc32(content), 10);
  header.writeUInt32LE(storedBytes, 14);
  header.writeUInt32LE(entry.declaredBytes ?? content.length, 18);
  header.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  return header;
}

function centralHeader(header: Buffer, name: Buffer, offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), header, tail, name]);
}

function endRecord(count: number, centralBytes: number, centralOffset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(centralBytes, 12);
  end.writeUInt32LE(centralOffset, 16);
  return end;
}
