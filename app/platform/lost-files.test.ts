import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { outliveLostFiles } from './lost-files.server.ts';

test('a file that went costs one answer, and the next one is given', async () => {
  const server = createServer((request, response) => {
    outliveLostFiles(response);
    if (request.url === '/lost') return void createReadStream('no-such-file').pipe(response.writeHead(200));
    response.end('still here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const at = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).then((answer) => answer.text());
  await assert.rejects(at('/lost'));
  assert.equal(await at('/'), 'still here');
  server.close();
});
