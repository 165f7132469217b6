/** React Router's way from a request to a route. Made once: it compiles and ranks every route, which each request would else pay for again. */
import type { RequestHandler, ServerBuild } from 'react-router';
import { createRequestHandler } from 'react-router';

let made: Promise<RequestHandler> | undefined;

/** With the first request: the build that is asked for brings this very module. */
export const routeHandler = (): Promise<RequestHandler> =>
  (made ??= import('virtual:react-router/server-build').then((build) =>
    createRequestHandler(build as ServerBuild, 'production'),
  ));
