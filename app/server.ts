/**
 * The composition root and the server bundle's entry: database, workers and pages put together once. Called by
 * scripts/start.ts; nothing here decides anything about emulation.
 */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequestListener } from '@react-router/node';
import { RouterContextProvider } from 'react-router';
import { answerApi } from './api.server.ts';
import type { ApiDoor } from './api.server.ts';
import type { Product } from './compose.server.ts';
import { compose } from './compose.server.ts';
import { addressOf, gate } from './gate.server.ts';
import type { Config } from './platform/config.server.ts';
import { readConfig } from './platform/config.server.ts';
import { edgeContext } from './platform/http.server.ts';
import { withReference } from './platform/reference.server.ts';

export { readConfig };

export type Running = {
  readonly url: string;
  readonly firstLink: string | undefined;
  readonly stop: () => Promise<void>;
};

export async function start(config: Config): Promise<Running> {
  const product = await compose(config);
  const server = createServer(
    gate(config, {
      pages: pagesOf(config, product),
      api: answerApi(apiDoorOf(config, product)),
      isAlive: () => true,
      isReady: product.isReady,
    }),
  );
  server.requestTimeout = 120_000;
  server.headersTimeout = 30_000;
  await new Promise<void>((done, failed) => server.once('error', failed).listen(config.port, config.host, done));
  const url = config.publicUrl ?? `http://localhost:${(server.address() as AddressInfo).port}`;
  return { url, firstLink: product.firstPath && `${url}${product.firstPath}`, stop: () => stopAll(server, product) };
}

function pagesOf(config: Config, product: Product) {
  const listen = createRequestListener({
    build: () => import('virtual:react-router/server-build'),
    mode: 'production',
    getLoadContext: async (request, client) => {
      const context = new RouterContextProvider();
      context.set(
        edgeContext,
        await product.edgeOf(request, addressOf(config, client.address, request.headers.get('x-forwarded-for'))),
      );
      return context;
    },
  });
  return (request: IncomingMessage, response: ServerResponse) => withReference(() => listen(request, response));
}

function apiDoorOf(config: Config, product: Product): ApiDoor {
  return (request, token) => {
    const forwarded = request.headers['x-forwarded-for'] ?? null;
    const address = addressOf(config, request.socket.remoteAddress, Array.isArray(forwarded) ? null : forwarded);
    return product.apiEdgeOf(token, address);
  };
}

async function stopAll(server: Server, product: Product): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 5_000).unref();
  await closed;
  await product.stop();
}
