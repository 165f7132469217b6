/**
 * A reverse proxy that ends TLS, as docs/operations.md asks for: a certificate of its own, made and signed here, and the
 * headers that the app is told to trust.
 */
import { createSign, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export type Proxy = { readonly port: number; readonly close: () => void };

/** Listens at once; where it leads is asked when somebody comes, since the app must first know the proxy's address. */
export async function openProxy(target: () => string): Promise<Proxy> {
  const server = createServer(selfSigned('localhost'), (asked, answer) => {
    const { hostname, port } = new URL(target());
    const headers = {
      ...asked.headers,
      'x-forwarded-for': asked.headers['x-test-address'] ?? asked.socket.remoteAddress,
      'x-forwarded-proto': 'https',
    };
    const sent = request({ hostname, port, method: asked.method, path: asked.url, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    sent.on('error', () => answer.writeHead(502).end());
    asked.pipe(sent);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  server.unref();
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

/** X.509 by hand (RFC 5280), so that nothing but Node is needed: one name, one key, two days. */
function selfSigned(name: string): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = sequence(oid('2a8648ce3d040302'));
  const who = sequence(tlv(0x31, sequence(oid('550403'), tlv(0x0c, Buffer.from(name)))));
  const valid = sequence(time(-86_400_000), time(86_400_000));
  const names = tlv(0x30, tlv(0x82, Buffer.from(name)));
  const extensions = tlv(0xa3, sequence(sequence(oid('551d11'), tlv(0x04, names))));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const version = tlv(0xa0, tlv(0x02, Buffer.from([2])));
  const serial = tlv(0x02, Buffer.from([1]));
  const body = sequence(version, serial, algorithm, who, valid, who, key, extensions);
  const cert = sequence(body, algorithm, tlv(0x03, Buffer.concat([Buffer.from([0]), signed(body, privateKey)])));
  const pem = `-----BEGIN CERTIFICATE-----\n${cert.toString('base64')}\n-----END CERTIFICATE-----\n`;
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: pem };
}

function signed(body: Buffer, key: KeyObject): Buffer {
  return createSign('sha256').update(body).sign(key);
}

function tlv(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Buffer[]) => tlv(0x30, Buffer.concat(parts));
const oid = (hex: string) => tlv(0x06, Buffer.from(hex, 'hex'));

function time(offset: number): Buffer {
  const digits = new Date(Date.now() + offset).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return tlv(0x17, Buffer.from(digits.slice(2)));
}
