/**
 * The door for what a browser kept while there was no line. The same pages answer as for a form, their answer said as
 * JSON: a program tells done from refused by it, and a way to sign-in is no success.
 */
import type { RouterContextProvider } from 'react-router';
import { validate } from 'uuid';
import type { DeedAnswer } from './kernel/deed.ts';
import { deedHeaders } from './kernel/deed.ts';
import { edgeContext, edgeFaultContext, edgeOf } from './platform/http.server.ts';

type Handle = (request: Request, context: RouterContextProvider) => Promise<Response>;

export const isDeed = ({ method, headers }: Request): boolean => method === 'POST' && headers.has(deedHeaders.key);

export async function answerDeed(request: Request, context: RouterContextProvider, handle: Handle): Promise<Response> {
  if (context.get(edgeFaultContext)) return said({ kind: 'fault' }, 503);
  const edge = edgeOf({ context });
  const key = request.headers.get(deedHeaders.key) ?? '';
  if (edge.actor.kind !== 'person') return said({ kind: 'sign_in' }, 401);
  const { accountId } = edge.actor;
  if (request.headers.get(deedHeaders.account) !== accountId) return said({ kind: 'other_person' }, 403);
  if (!validate(key)) return said({ kind: 'fault' }, 400);
  context.set(edgeContext, { ...edge, deed: { key, accountId, path: new URL(request.url).pathname } });
  return inJson(await handle(request, context));
}

async function inJson(page: Response): Promise<Response> {
  const { status, headers } = page;
  const to = headers.get('Location');
  if (to?.startsWith('/dang-nhap')) return said({ kind: 'sign_in' }, 401, page);
  if (to !== null) return said({ kind: 'done', to }, 200, page);
  if (status >= 400 && status < 500) return said({ kind: 'refused', page: await page.text() }, status, page);
  return said({ kind: 'fault' }, status >= 500 ? status : 500, page);
}

/** Cookies and the time to wait go with it; everything else of the page does not. */
function said(answer: DeedAnswer, status: number, page?: Response): Response {
  const response = Response.json(answer, { status, headers: { 'Cache-Control': 'no-store' } });
  for (const cookie of page?.headers.getSetCookie() ?? []) response.headers.append('Set-Cookie', cookie);
  const wait = page?.headers.get('Retry-After');
  if (wait) response.headers.set('Retry-After', wait);
  return response;
}
