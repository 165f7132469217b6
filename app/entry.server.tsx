import { renderToString } from 'react-dom/server';
import type { EntryContext, HandleErrorFunction } from 'react-router';
import { isRouteErrorResponse, ServerRouter } from 'react-router';
import { logFault, reference } from './platform/reference.server.ts';
import { rootText } from './text.ts';

/** Pages are plain HTML: rendered whole, sent once, no script needed. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Response {
  const html = renderToString(<ServerRouter context={context} url={request.url} />);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  for (const sent of Object.values(context.staticHandlerContext.actionHeaders)) {
    const wait = sent.get('Retry-After');
    if (wait) headers.set('Retry-After', wait);
  }
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
  return new Response(`<!doctype html>${html.replace(rootText.referencePlace, reference())}`, { status, headers });
}

/** A page asked for in a way that it does not answer is no fault of ours. */
export const handleError: HandleErrorFunction = (fault, { request }) => {
  if (isRouteErrorResponse(fault) && fault.status < 500) return;
  if (!request.signal.aborted) logFault(fault, `${request.method} ${new URL(request.url).pathname}`);
};
