/**
 * The measure beside the app: a bare node:http server that sends the bytes it read from a file, nothing else.
 *   node bench/load/bare.ts <file of {head, body}>   prints its port
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const given = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as { head: readonly string[]; body: string };
const body = Buffer.from(given.body, 'base64');
const head = [...given.head];
const server = createServer((_request, response) => {
  response.writeHead(200, head);
  response.end(body);
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
