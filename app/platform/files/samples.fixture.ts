/** One small real file of each kind, made here so that no binary sits in the repository. */
import { deflateSync, crc32 } from 'node:zlib';
import { buildZip } from './zip.fixture.ts';

export function pdf(extra = ''): Uint8Array {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n` +
      `trailer<</Size 3/Root 1 0 R${extra}>>\nstartxref\n9\n%%EOF\n`,
  );
}

export function png(): Uint8Array {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(8 + body.length);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc32(body), 4 + body.length);
    return out;
  };
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const jpeg = (): Uint8Array => Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
export const webp = (): Uint8Array =>
  Buffer.from('52494646240000005745425056503820180000003001009d012a01000100', 'hex');
export const heic = (): Uint8Array =>
  Buffer.concat([Buffer.from('00000018667479706865696300000000686569636d696631', 'hex'), Buffer.alloc(64)]);

export function ooxml(main: string, extra: Readonly<Record<string, string>> = {}): Uint8Array {
  const type = `application/vnd.openxmlformats-officedocument.${main}.main+xml`;
  return buildZip([
    { name: '[Content_Types].xml', content: `<Types><Override PartName="/main.xml" ContentType="${type}"/></Types>` },
    { name: 'main.xml', content: '<main/>' },
    ...Object.entries(extra).map(([name, content]) => ({ name, content })),
  ]);
}

export function odf(kind: 'text' | 'spreadsheet', manifest = '<manifest/>'): Uint8Array {
  return buildZip([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}` },
    { name: 'META-INF/manifest.xml', content: manifest },
  ]);
}

/** The old binary container; with the stream name by which Office wraps what is locked by a password. */
export function oldOffice(stream: string): Uint8Array {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')]);
}
