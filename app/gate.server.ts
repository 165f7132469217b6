/**
 * The gate before everything: which of the four houses a request belongs to (health, built assets, API, pages), and
 * what none of them has to think about: size, origin, rate, headers, compression.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import sirv from 'sirv';
import { sendProblem } from './platform/api/listener.server.ts';
import { isApiPath } from './platform/api/perform.server.ts';
import type { PageCache } from './page-cache.server.ts';
import { plainPage } from './plain-page.server.ts';
import type { Config } from './platform/config.server.ts';
import { outliveLostFiles } from './platform/lost-files.server.ts';
import { productRoot } from './platform/root.server.ts';
import { isForeign, securityHeaders, transportSecurity } from './platform/security.ts';
import { gateText } from './platform/text.ts';

export type Houses = {
  readonly pages: RequestListener;
  readonly api: RequestListener;
  /** Public pages kept as bytes: they answer before anything else is looked at. */
  readonly kept: PageCache;
  readonly isAlive: () => boolean;
  readonly isReady: () => Promise<boolean>;
};

/** What the pages and the API can be asked by; the runtime's Request takes no others. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

const maxBodyBytes = 45 * 1024 * 1024;

export function gate(config: Config, houses: Houses): RequestListener {
  const assets = sirv(join(productRoot(), 'build/client'), {
    immutable: true,
    maxAge: 31_536_000,
    etag: true,
    gzip: true,
    brotli: true,
    // Only what carries its content's hash in its name may be kept without asking again.
    setHeaders: (response, path) => {
      if (!path.startsWith('/assets/')) response.setHeader('Cache-Control', 'no-cache');
    },
  });
  const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } });
  // A whole office may stand behind one address, so this only stops what no office does.
  const limit = new RateLimiterMemory({ points: 6000, duration: 60 });
  return (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (houses.kept.answerNow(request, response, path)) return;
    for (const [name, value] of Object.entries(headersAt(config))) response.setHeader(name, value);
    if (path === '/healthz') return answer(response, houses.isAlive() ? 200 : 503, 'ok');
    if (path === '/readyz')
      return void houses.isReady().then((ready) => answer(response, ready ? 200 : 503, ready ? 'ok' : 'not ready'));
    outliveLostFiles(response);
    assets(request, response, () => void pass(request, response, path));
  };

  async function pass(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const isOverLimit = await limit
      .consume(addressOf(config, request.socket.remoteAddress, headerOf(request, 'x-forwarded-for')))
      .then(
        () => false,
        () => true,
      );
    const isApi = isApiPath(path);
    if (!methods.has(request.method ?? '') || /%00/.test(request.url ?? '')) {
      return isApi
        ? sendProblem(request, response, { kind: 'malformed_request' })
        : refuse(response, 400, gateText.odd);
    }
    if (isOverLimit) {
      response.setHeader('Retry-After', '60');
      return isApi ? sendProblem(request, response, { kind: 'too_many' }) : refuse(response, 429, gateText.tooMany);
    }
    if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return refuseBody(request, response, isApi);
    if (isApi) return void compress(request as never, response as never, () => houses.api(request, response));
    if (isForeign(request.method ?? 'GET', (name) => headerOf(request, name), ownOrigin(config, request))) {
      return refuse(response, 403, gateText.foreign);
    }
    if (await houses.kept.answer(request, response, path)) return;
    compress(request as never, response as never, () => houses.pages(request, response));
  }

  // The rest of an oversized body is thrown away unread, on an open connection: closing it would keep the answer from a
  // sender who is still writing.
  function refuseBody(request: IncomingMessage, response: ServerResponse, isApi: boolean): void {
    if (isApi) sendProblem(request, response, { kind: 'too_large' });
    else refuse(response, 413, gateText.tooLarge);
    request.resume();
  }
}

/** What every answer carries. */
export function headersAt({ publicUrl, isDemo }: Config): Readonly<Record<string, string>> {
  return {
    ...securityHeaders,
    ...(publicUrl?.startsWith('https:') && { 'Strict-Transport-Security': transportSecurity }),
    // So that programs, too, can tell the demonstration from the real thing.
    ...(isDemo && { 'Sample-Data': 'true', 'X-Robots-Tag': 'noindex' }),
  };
}

/** Behind a proxy of one's own, the last address it forwarded; otherwise the peer. */
export function addressOf(config: Config, peer: string | undefined, forwarded: string | null): string {
  const last = config.trustProxy ? forwarded?.split(',').at(-1)?.trim() : undefined;
  return last || peer || 'unknown';
}

function ownOrigin(config: Config, request: IncomingMessage): string {
  return config.publicUrl ? new URL(config.publicUrl).origin : `http://${request.headers.host ?? ''}`;
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? null);
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(body);
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
  response.writeHead(status, headers).end(plainPage(sentence));
}
