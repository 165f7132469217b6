/**
 * The composition root and the server bundle's entry: database, workers and pages put together once. Called by
 * scripts/start.ts; nothing here decides anything about emulation.
 */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RouterContextProvider } from 'react-router';
import { answerApi } from './api.server.ts';
import type { ApiDoor } from './api.server.ts';
import type { Product } from './compose.server.ts';
import { compose } from './compose.server.ts';
import { dataVersion } from './features/overview/version.server.ts';
import { addressOf, gate, headersAt } from './gate.server.ts';
import { stranger } from './kernel/actor.ts';
import { plainDateIn } from './kernel/calendar.ts';
import { pageOf } from './kernel/deed.ts';
import { pageCache } from './page-cache.server.ts';
import { pagesOf } from './pages.server.ts';
import type { Config } from './platform/config.server.ts';
import { readConfig } from './platform/config.server.ts';
import { edgeContext } from './platform/http.server.ts';
import { withReference } from './platform/reference.server.ts';
import { routeHandler } from './route-handler.server.ts';

export { readConfig };

export type Running = {
  readonly url: string;
  readonly firstLink: string | undefined;
  readonly notice: string | undefined;
  readonly stop: () => Promise<void>;
};

export async function start(config: Config): Promise<Running> {
  const product = await compose(config);
  const server = createServer(
    gate(config, {
      pages: pagesOf(config, product),
      api: answerApi(apiDoorOf(config, product)),
      kept: keptPages(config, product),
      isAlive: () => true,
      isReady: product.isReady,
    }),
  );
  server.requestTimeout = 120_000;
  server.headersTimeout = 30_000;
  await new Promise<void>((done, failed) => server.once('error', failed).listen(config.port, config.host, done));
  const url = config.publicUrl ?? `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    url,
    firstLink: product.firstPath && `${url}${product.firstPath}`,
    notice: product.notice,
    stop: () => stopAll(server, product),
  };
}

/** What everybody opens first. Rendered for nobody in particular: a stranger without an address. */
const publicPaths = ['/', '/tong-quan', '/chi-tieu', '/de-an', '/chi-thi'];

function keptPages(config: Config, { services }: Product) {
  const origin = config.publicUrl ?? 'http://localhost';
  const edge = { services, actor: stranger, via: 'web', address: null } as const;
  return pageCache({
    paths: publicPaths,
    headers: { ...headersAt(config), [pageOf.header]: pageOf.nobody },
    stamp: async () => `${await dataVersion(services.db)} ${plainDateIn(services.clock())}`,
    render: async (path) => {
      const context = new RouterContextProvider();
      context.set(edgeContext, edge);
      const handle = await routeHandler();
      const answer = await withReference(() => handle(new Request(new URL(path, origin)), context));
      return answer.status === 200 && !answer.headers.has('Set-Cookie') ? answer.text() : undefined;
    },
  });
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
