/**
 * A load generator in a process of its own: a few kept-alive connections that ask one page again and again, for a
 * bounded time, on this machine only. On bare sockets, so that it is never the slowest of the three.
 *   node bench/load/client.ts <port> <path> <seconds>   prints {"requests":…,"seconds":…,"wrong":…}
 */
import { connect } from 'node:net';

const [port = '', path = '/', seconds = '1'] = process.argv.slice(2);
const CONNECTIONS = 16;
const request = `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept-Encoding: gzip, br\r\nConnection: keep-alive\r\n\r\n`;
const begun = performance.now();
const until = begun + Math.min(Number(seconds), 30) * 1000;

const counts = await Promise.all(Array.from({ length: CONNECTIONS }, ask));
const requests = counts.reduce((sum, one) => sum + one.right, 0);
const wrong = counts.reduce((sum, one) => sum + one.wrong, 0);
console.log(JSON.stringify({ requests, wrong, seconds: (performance.now() - begun) / 1000 }));

function ask(): Promise<{ right: number; wrong: number }> {
  const count = { right: 0, wrong: 0 };
  return new Promise((done) => {
    const socket = connect({ host: '127.0.0.1', port: Number(port) });
    let size = 0; // of one whole answer, learned from the first
    let got = 0;
    socket.setNoDelay(true);
    socket.on('connect', () => socket.write(request));
    socket.on('data', (chunk: Buffer) => {
      if (got === 0) {
        if (chunk.toString('latin1', 0, 12) !== 'HTTP/1.1 200') count.wrong += 1;
        size ||= sizeOf(chunk);
      }
      got += chunk.length;
      if (got < size) return;
      count.right += 1;
      got = 0;
      if (performance.now() < until) socket.write(request);
      else socket.end();
    });
    socket.on('error', () => (count.wrong += 1));
    socket.on('close', () => done(count));
  });
}

function sizeOf(head: Buffer): number {
  const end = head.indexOf('\r\n\r\n') + 4;
  const length = /content-length: (\d+)/i.exec(head.toString('latin1', 0, end))?.[1];
  return end + Number(length);
}
