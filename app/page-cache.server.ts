/**
 * The public pages that everybody opens, kept as bytes. Always rendered as a stranger and only served to requests
 * that carry no cookie and no credentials, so that nothing a signed-in person sees can end up here. Kept until the record
 * says that something moved (asked at most four times a second) or the day turns.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

type Encoding = 'identity' | 'gzip' | 'br';
type Copy = { readonly body: Buffer; readonly etag: string; readonly head: readonly string[] };
type Page = { readonly stamp: string; readonly copies: Readonly<Record<Encoding, Copy>> };

export type PageSource = {
  readonly paths: readonly string[];
  /** The page as a stranger sees it; undefined when it is not to be kept. */
  readonly render: (path: string) => Promise<string | undefined>;
  /** Changes when any of the pages may have. */
  readonly stamp: () => Promise<string>;
  /** Sent with every page. */
  readonly headers: Readonly<Record<string, string>>;
};

export type PageCache = {
  /** Answers at once from what is kept and was checked just now. */
  readonly answerNow: (request: IncomingMessage, response: ServerResponse, path: string) => boolean;
  /** Checks, renders where needed, answers; false when the request is none of its business. */
  readonly answer: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>;
};

const checkedFor = 250;

export function pageCache(source: PageSource): PageCache {
  const pages = new Map<string, Page>();
  const renderings = new Map<string, Promise<Page | undefined>>();
  const known = new Set(source.paths);
  let checked = { at: -Infinity, stamp: '' };

  const isMine = (request: IncomingMessage, path: string): boolean =>
    known.has(path) &&
    request.url === path &&
    (request.method === 'GET' || request.method === 'HEAD') &&
    request.headers.cookie === undefined &&
    request.headers.authorization === undefined;

  function answerNow(request: IncomingMessage, response: ServerResponse, path: string): boolean {
    const page = pages.get(path);
    if (page?.stamp !== checked.stamp || performance.now() - checked.at > checkedFor) return false;
    if (!isMine(request, path)) return false;
    send(request, response, page.copies[encodingOf(request)]);
    return true;
  }

  async function answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> {
    if (!isMine(request, path)) return false;
    const page = await freshPage(path).catch(() => undefined);
    if (!page) return false;
    send(request, response, page.copies[encodingOf(request)]);
    return true;
  }

  async function freshPage(path: string): Promise<Page | undefined> {
    const stamp = await source.stamp();
    checked = { at: performance.now(), stamp };
    const kept = pages.get(path);
    if (kept?.stamp === stamp) return kept;
    // One rendering a page at a time: many writers must not make many renderings of what is stale when it is done.
    const rendering = renderings.get(path) ?? renderPage(path, stamp).finally(() => renderings.delete(path));
    renderings.set(path, rendering);
    return rendering;
  }

  async function renderPage(path: string, stamp: string): Promise<Page | undefined> {
    const html = await source.render(path);
    if (html === undefined) return undefined;
    const page = { stamp, copies: await copiesOf(Buffer.from(html), source.headers) };
    pages.set(path, page);
    return page;
  }

  return { answerNow, answer };
}

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

async function copiesOf(plain: Buffer, headers: PageSource['headers']): Promise<Page['copies']> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } };
  const [br, zipped] = await Promise.all([compressBrotli(plain, quality), compressGzip(plain, { level: 9 })]);
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  const copy = (body: Buffer, encoding: Encoding): Copy => {
    const etag = `"${digest}-${encoding}"`;
    const own = {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-cache',
      Vary: 'Accept-Encoding, Cookie',
      ETag: etag,
      'Content-Length': String(body.length),
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    };
    return { body, etag, head: Object.entries(own).flat() };
  };
  return { identity: copy(plain, 'identity'), gzip: copy(zipped, 'gzip'), br: copy(br, 'br') };
}

function encodingOf({ headers }: IncomingMessage): Encoding {
  const accepted = headers['accept-encoding'];
  if (typeof accepted !== 'string' || accepted.includes('q=')) return 'identity';
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
}

function send(request: IncomingMessage, response: ServerResponse, { body, etag, head }: Copy): void {
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(
      304,
      [...head].filter((_, at) => !isOfBody(head[at - (at % 2)] ?? '')),
    );
    response.end();
    return;
  }
  response.writeHead(200, head as string[]);
  response.end(request.method === 'HEAD' ? undefined : body);
}

function isOfBody(name: string): boolean {
  return name === 'Content-Length' || name === 'Content-Type' || name === 'Content-Encoding';
}
