/**
 * Stands before every page: a form that arrives without a session is parked and its writer sent to sign in; a parked
 * form that was sent again is done with. Programs (who want JSON) get their own answer from the page's action.
 */
import { redirect } from 'react-router';
import type { RouterContextProvider } from 'react-router';
import type { Edge } from '../../../platform/command.server.ts';
import { edgeOf } from '../../../platform/http.server.ts';
import { cookiesOf } from '../session/request.server.ts';
import { brakeParking } from '../sign-in/rate.server.ts';
import { isParkable } from './parkable.ts';
import { dropParked, findParked, parkedHours, parkForm } from './parked.server.ts';
import { isSmall, typedForm } from './typed-form.server.ts';

type Handed = { readonly request: Request; readonly context: Readonly<RouterContextProvider> };

export async function keepTypedText({ request, context }: Handed, next: () => Promise<Response>): Promise<Response> {
  const edge = edgeOf({ context });
  const { pathname, search } = new URL(request.url);
  if (request.method !== 'POST' || !isParkable(pathname)) return next();
  if (edge.actor.kind === 'stranger') {
    return wantsJson(request) ? next() : sendToSignIn(edge, request, pathname + search);
  }
  const cookies = cookiesOf(edge.services.config);
  const token = cookies.read(request, 'dang-do');
  if (token === undefined) return next();
  const isThisForm = await isParkedAt(edge, token, pathname + search);
  const response = await next();
  if (!isThisForm || edge.actor.kind !== 'person') return response;
  await dropParked(edge.services.db, edge.actor, token);
  response.headers.append('Set-Cookie', cookies.clear('dang-do'));
  return response;
}

async function sendToSignIn(edge: Edge, request: Request, path: string): Promise<Response> {
  const cookies = cookiesOf(edge.services.config);
  const mayPark = isSmall(request) && !(await brakeParking(edge.address));
  const form = mayPark ? await typedForm(request) : undefined;
  const headers = new Headers();
  if (form) {
    const token = await parkForm(edge.services, form, cookies.read(request, 'phien'));
    headers.set('Set-Cookie', cookies.write('dang-do', token, parkedHours * 60));
  }
  const query = new URLSearchParams({ toi: path, ...(form ? { 'giu-lai': '' } : { 'khong-giu': '' }) });
  return redirect(`/dang-nhap?${query.toString()}`, { status: 303, headers });
}

async function isParkedAt(edge: Edge, token: string, path: string): Promise<boolean> {
  if (edge.actor.kind !== 'person') return false;
  const parked = await findParked(edge.services, edge.actor, token);
  return parked?.path === path;
}

function wantsJson(request: Request): boolean {
  return request.headers.get('accept')?.startsWith('application/json') ?? false;
}
