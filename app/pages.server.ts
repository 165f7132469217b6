/** The house of the pages: who asks is learned first, then React Router answers; what it says without words gets some. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequestListener } from '@remix-run/node-fetch-server';
import type { ClientAddress } from '@remix-run/node-fetch-server';
import { RouterContextProvider } from 'react-router';
import type { Product } from './compose.server.ts';
import { answerDeed, isDeed } from './deeds.server.ts';
import { addressOf } from './gate.server.ts';
import { pageOf } from './kernel/deed.ts';
import { plainPage } from './plain-page.server.ts';
import type { Config } from './platform/config.server.ts';
import { edgeContext, edgeFaultContext, edgeOf } from './platform/http.server.ts';
import { logFault, reference, withReference } from './platform/reference.server.ts';
import { routeHandler } from './route-handler.server.ts';
import { errorText, faultText } from './text.ts';

export function pagesOf(config: Config, product: Product) {
  const listen = createRequestListener(async (request: Request, client: ClientAddress) => {
    const address = addressOf(config, client.address, request.headers.get('x-forwarded-for'));
    const context = await contextOf(product, request, address);
    const handle = await routeHandler();
    if (isDeed(request)) return answerDeed(request, context, handle);
    return marked(context, inWords(request, await handle(request, context)));
  }, publicAddress(config));
  return (request: IncomingMessage, response: ServerResponse) => withReference(() => listen(request, response));
}

/** As people see it: behind a proxy that ends TLS, React Router holds this, and not ours, against a form's origin. */
function publicAddress({ publicUrl }: Config): { readonly host?: string; readonly protocol?: string } {
  if (publicUrl === undefined) return {};
  const { host, protocol } = new URL(publicUrl);
  return { host, protocol };
}

/** Without its database nobody can be told from a stranger: the pages then get a fault in place of an edge. */
async function contextOf(product: Product, request: Request, address: string): Promise<RouterContextProvider> {
  const context = new RouterContextProvider();
  try {
    context.set(edgeContext, await product.edgeOf(request, address));
  } catch (fault) {
    logFault(fault, `${request.method} ${new URL(request.url).pathname}`);
    context.set(edgeFaultContext, { fault, db: product.services.db });
  }
  return context;
}

/** By whose page it is, a browser knows whom to keep it for, and when to let go of what it kept for another. */
function marked(context: RouterContextProvider, answer: Response): Response {
  if (context.get(edgeFaultContext) || !isPage(answer)) return answer;
  const { actor } = edgeOf({ context });
  answer.headers.set(pageOf.header, actor.kind === 'person' ? actor.accountId : pageOf.nobody);
  return answer;
}

const isPage = ({ headers }: Response): boolean => headers.get('content-type')?.startsWith('text/html') ?? false;

/** A download that is refused or fails answers without a page; a person who followed a link is to read one. */
function inWords(request: Request, answer: Response): Response {
  if (answer.status < 400 || isPage(answer) || !request.headers.get('accept')?.includes('text/html')) return answer;
  const { status } = answer;
  const said = status === 404 || status === 403 || status === 405 ? errorText[status] : faultText.other;
  const code = status >= 500 ? `${errorText.reference} <code>${reference()}</code>` : '';
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' };
  return new Response(plainPage(said.title, said.lead, code), { status, headers });
}
