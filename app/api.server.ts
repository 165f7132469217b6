/** Every API operation, gathered; OpenAPI is generated from it. */
import type { RequestListener } from 'node:http';
import type { Product } from './compose.server.ts';

export function answerApi(_product: Product): RequestListener {
  return (_request, response) => {
    response.writeHead(404, { 'Content-Type': 'application/problem+json' }).end('{"type":"about:blank","status":404}');
  };
}
