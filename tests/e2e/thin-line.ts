/** A line to the app that can be cut, and that can lose an answer after the app has given it. */
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

type Manner = 'whole' | 'cut' | 'loses_answers';

export type Line = {
  readonly url: string;
  readonly is: (manner: Manner) => void;
  readonly close: () => Promise<void>;
};

export async function openLine(appUrl: string): Promise<Line> {
  let manner: Manner = 'whole';
  const open = new Set<Socket>();
  const server = createServer((near) => {
    if (manner === 'cut') return void near.destroy();
    const far = connect(Number(new URL(appUrl).port), '127.0.0.1');
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (bytes) => (manner === 'cut' ? near.destroy() : far.write(bytes)));
    far.on('data', (bytes) => (manner === 'whole' ? near.write(bytes) : near.destroy()));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    is: (next) => {
      manner = next;
      if (next === 'cut') open.forEach((socket) => socket.destroy());
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        open.forEach((socket) => socket.destroy());
      }),
  };
}
