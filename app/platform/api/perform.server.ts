/** One request of the API, step by step: which operation, in which form, who asks, what is taken, and what comes of it. */
import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { isInScope } from '../../kernel/permit.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Edge } from '../command.server.ts';
import { composed, readJson } from './body.server.ts';
import { chooseType, csvType, jsonType } from './negotiation.ts';
import type { Content, Operation } from './operation.ts';
import { pointerTo } from './problem.ts';
import type { FieldError, Problem } from './problem.ts';
import { route } from './router.ts';
import type { Piece, SecretFound } from '../secrets.server.ts';
import { secretsIn } from '../secrets.server.ts';
import { secretNamedText } from '../text.ts';
import { issueText } from './text.ts';

export const apiBase = '/api/v1';

/** The API's own space; `/api` itself and what it says about its problems are pages. */
export function isApiPath(path: string): boolean {
  return path === apiBase || path.startsWith(`${apiBase}/`);
}

export type ApiHouse = {
  readonly operations: readonly Operation[];
  /** Who asks, by the token in the header if there is one; undefined when that token is not, or no longer, good. */
  readonly edgeOf: (request: IncomingMessage, token: string | undefined) => Promise<Edge | undefined>;
};

export type Reply = {
  readonly result: Content | Problem;
  /** In which form content goes out. */
  readonly type: string;
  readonly operation?: Operation;
  /** Whatever is public may be read from anybody's page. */
  readonly isPublic: boolean;
};

export async function perform(house: ApiHouse, request: IncomingMessage): Promise<Reply> {
  const url = readUrl(request);
  if (!url) return { result: { kind: 'malformed_request' }, type: jsonType, isPublic: false };
  const found = route(house.operations, request.method ?? 'GET', url.pathname.slice(apiBase.length));
  if (found.kind === 'nothing') return { result: { kind: 'not_there' }, type: jsonType, isPublic: true };
  if (found.kind === 'wrong_method') {
    const headers = { Allow: found.allowed.join(', ') };
    return { result: { kind: 'method_not_allowed', headers }, type: jsonType, isPublic: found.isPublic };
  }
  const { operation } = found;
  const offers = operation.csv ? [jsonType, csvType] : [jsonType];
  const type = chooseType(headerOf(request, 'accept'), offers);
  const base = { operation, isPublic: operation.auth === 'public', type: type ?? jsonType };
  if (!type) return { ...base, result: { kind: 'not_acceptable' } };
  const edge = await authenticate(house, request, operation);
  if (!edge.ok) return { ...base, result: edge.refusal };
  const asked = await readAsked(operation, request, { params: found.params, search: url.searchParams });
  if (!asked.ok) return { ...base, result: asked.refusal };
  return { ...base, result: await operation.run(edge.value, asked.value as never) };
}

function readUrl(request: IncomingMessage): URL | undefined {
  return URL.canParse(request.url ?? '', 'http://localhost')
    ? new URL(request.url ?? '', 'http://localhost')
    : undefined;
}

type Refused = Problem;

async function authenticate(
  house: ApiHouse,
  request: IncomingMessage,
  { auth }: Operation,
): Promise<Result<Edge, Refused>> {
  const given = headerOf(request, 'authorization');
  const token = given === null ? undefined : (/^Bearer ([\w.~+/-]+=*)$/i.exec(given.trim())?.[1] ?? '');
  const edge = await house.edgeOf(request, token);
  if (!edge) return refuse(challenge('invalid_token'));
  if (auth === 'public') return ok(edge);
  if (edge.actor.kind !== 'person') return refuse(challenge());
  if (auth === 'any_token' || isInScope(edge.actor, auth)) return ok(edge);
  const headers = { 'WWW-Authenticate': `Bearer realm="api", error="insufficient_scope", scope="${auth}"` };
  return refuse({ kind: 'not_scoped', headers });
}

function challenge(error?: string): Problem {
  const how = `Bearer realm="api"${error ? `, error="${error}"` : ''}`;
  return { kind: 'unauthorized', headers: { 'WWW-Authenticate': how } };
}

type Address = { readonly params: Readonly<Record<string, string>>; readonly search: URLSearchParams };

async function readAsked(operation: Operation, request: IncomingMessage, { params, search }: Address) {
  const named = operation.params.safeParse(params);
  if (!named.success) return refuse<Refused>({ kind: 'not_there' });
  const typed = Object.fromEntries([...search].map(([name, value]) => [name, value.normalize('NFC')]));
  if (Object.values(typed).some((value) => value.includes('\0'))) return refuse<Refused>({ kind: 'broken_text' });
  const query = operation.query.safeParse(typed);
  if (!query.success) return refuse<Refused>({ kind: 'invalid_query', errors: query.error.issues.map(parameterError) });
  const body = await readBody(operation, request);
  if (!body.ok) return body;
  return ok({
    params: named.data,
    query: query.data,
    body: body.value,
    header: (name: string) => headerOf(request, name),
  });
}

async function readBody(operation: Operation, request: IncomingMessage): Promise<Result<unknown, Refused>> {
  if (!operation.body) return ok();
  const read = await readJson(request, operation.maxBody);
  if (!read.ok) return read;
  const body = operation.body.safeParse(read.value, { reportInput: true });
  if (!body.success) return refuse({ kind: 'invalid_body', errors: body.error.issues.slice(0, 100).map(pointerError) });
  const whole = composed(body.data);
  if (whole === undefined) return refuse({ kind: 'broken_text' });
  const found = await secretsIn(piecesOf(whole));
  return found.length === 0
    ? ok(whole)
    : refuse({ kind: 'names_secret', errors: found.slice(0, 100).map(secretError) });
}

/** Every text of a body that could be kept; a scheme called by its code in a member of its own is no text. */
function piecesOf(value: unknown, path: readonly PropertyKey[] = []): readonly Piece[] {
  if (typeof value === 'string')
    return schemeMembers.has(String(path.at(-1))) ? [] : [{ at: pointerTo(path), text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => piecesOf(inner, [...path, name]));
}

const schemeMembers: ReadonlySet<string> = new Set(['scheme', 'schemeCode', 'scheme_code']);

const secretError = ({ at, what }: SecretFound): FieldError => ({ pointer: at, detail: secretNamedText(what) });

type Issue = z.core.$ZodIssue;

function parameterError(issue: Issue): FieldError {
  return { parameter: String(issue.path[0] ?? ''), detail: issueText(issue) };
}

function pointerError(issue: Issue): FieldError {
  return { pointer: pointerTo(issue.path), detail: issueText(issue) };
}

export function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(', ') : (value ?? null);
}
