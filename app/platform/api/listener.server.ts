/** Puts what an operation answered on the wire: form, tag, caching, who may read it from where, and never a stack trace. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { logFault, reference, withReference } from '../reference.server.ts';
import { writeCsv } from '../spreadsheet/csv.ts';
import { csvType, matchesTag } from './negotiation.ts';
import type { Content } from './operation.ts';
import { headerOf, perform } from './perform.server.ts';
import type { ApiHouse, Reply } from './perform.server.ts';
import { problemPath, problemStatus } from './problem.ts';
import type { Problem } from './problem.ts';
import { problemText } from './text.ts';

export function apiListener(house: ApiHouse): RequestListener {
  return (request, response) => void withReference(() => answer(house, request, response));
}

async function answer(house: ApiHouse, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const reply = await perform(house, request);
    if (reply.isPublic) openToAll(response);
    if (request.method === 'OPTIONS' && reply.result.kind === 'method_not_allowed') return preflight(response, reply);
    if (reply.result.kind !== 'content') return sendProblem(request, response, reply.result);
    sendContent(request, response, reply, reply.result);
  } catch (fault) {
    if (request.destroyed && !request.complete) return;
    logFault(fault, `${request.method} ${request.url?.split('?', 1)[0]}`);
    const kind = isUnreachable(fault) ? 'unavailable' : 'fault';
    sendProblem(request, response, { kind, ...(kind === 'unavailable' && { headers: { 'Retry-After': '5' } }) });
  }
}

function openToAll(response: ServerResponse): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', 'ETag, Link');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

/** Pages of others may read what is public, without a token: a token in a browser of somebody else's making is refused. */
function preflight(response: ServerResponse, { result, isPublic }: Reply): void {
  const allowed = (result as Problem).headers?.['Allow'] ?? '';
  if (isPublic) {
    response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, OPTIONS');
    response.setHeader('Access-Control-Allow-Headers', 'Accept, If-None-Match');
    response.setHeader('Access-Control-Max-Age', '86400');
  }
  response.writeHead(204, { Allow: allowed, 'Cache-Control': 'no-store' }).end();
}

function sendContent(
  request: IncomingMessage,
  response: ServerResponse,
  { type, operation, isPublic }: Reply,
  { status, body, headers }: Content,
): void {
  const isTable = type === csvType && operation?.csv !== undefined;
  const text = isTable ? writeTable(body, operation.csv) : JSON.stringify(body);
  const isOpen = isPublic && headerOf(request, 'authorization') === null;
  response.setHeader('Vary', 'Accept, Authorization');
  if (request.method === 'GET' || request.method === 'HEAD') {
    const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
    response.setHeader('ETag', tag);
    response.setHeader('Cache-Control', isOpen ? 'public, no-cache' : 'private, no-cache');
    if (matchesTag(headerOf(request, 'if-none-match'), tag)) return void response.writeHead(304, headers).end();
  } else {
    response.setHeader('Cache-Control', 'no-store');
  }
  const sent = `${type}; charset=utf-8${isTable ? '; header=present' : ''}`;
  send(request, response, status, text, { ...headers, 'Content-Type': sent });
}

/** Without a byte order mark: who asks for a table here is a program, and is told the encoding. */
function writeTable(body: unknown, csv: NonNullable<Reply['operation']>['csv']): string {
  return csv ? writeCsv(csv.headings, csv.rows(body)).replace(/^\uFEFF/, '') : '';
}

export function sendProblem(request: IncomingMessage, response: ServerResponse, problem: Problem): void {
  const { kind, detail, errors, headers } = problem;
  const said = problemText[kind];
  const body = {
    type: problemPath(kind),
    title: said.title,
    status: problemStatus[kind],
    detail: detail ?? said.detail,
    ...(errors && errors.length > 0 && { errors }),
    ...((kind === 'fault' || kind === 'unavailable') && { reference: reference() }),
  };
  send(request, response, problemStatus[kind], JSON.stringify(body), {
    'Content-Language': 'vi',
    'Cache-Control': 'no-store',
    ...headers,
    'Content-Type': 'application/problem+json; charset=utf-8',
  });
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>>,
): void {
  const bytes = Buffer.from(text);
  response.writeHead(status, { ...headers, 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** The database cannot be reached: its own shut-down codes, or nobody at the address. */
function isUnreachable(fault: unknown): boolean {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
  return /^(ECONN\w+|ENOENT|ETIMEDOUT|08\w{3}|57P0\d|53300)$/.test(code);
}
