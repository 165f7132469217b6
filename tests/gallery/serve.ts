/** Serves a folder under the product's strict policy, so that an inline style or script shows at once. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { buildGallery } from './build.ts';

const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'";

export async function serveGallery(port = 0): Promise<{ readonly address: string; readonly close: () => void }> {
  const files = sirv(await buildGallery(), { extensions: ['html'] });
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', policy);
    files(request, response, () => void response.writeHead(404).end());
  });
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  const { port: taken } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${taken}`, close: () => server.close() };
}

if (process.argv[1] === import.meta.filename) {
  const { address } = await serveGallery(Number(process.env['PORT'] ?? 4100));
  console.log(`${address}/overview`);
}
