import { redirect } from 'react-router';
import { edgeOf } from '../../../platform/http.server.ts';
import { cookiesOf } from '../session/request.server.ts';
import { signOut } from '../session/sign-out.server.ts';
import type { Route } from './+types/sign-out';

/** Drafts kept by the browser go too: whoever comes next at this machine is somebody else. */
export async function action({ request, context }: Route.ActionArgs) {
  const edge = edgeOf({ context });
  const cookies = cookiesOf(edge.services.config);
  await signOut(edge, cookies.read(request, 'phien'));
  const headers = new Headers({ 'Clear-Site-Data': '"storage"' });
  for (const name of ['phien', 'buoc', 'dang-do'] as const) headers.append('Set-Cookie', cookies.clear(name));
  return redirect('/dang-nhap?da-ra', { headers });
}

export const loader = () => redirect('/');
