import { redirect } from 'react-router';
import { edgeOf, typedIn } from '../../../platform/http.server.ts';
import { cookiesOf } from '../session/request.server.ts';
import { signOut } from '../session/sign-out.server.ts';
import type { Route } from './+types/sign-out';

/**
 * What the browser keeps of this person goes too: whoever comes next at this machine is somebody else. Where the script has
 * cleared it already (`da-xoa`), what it keeps sealed for others stays for them.
 */
export async function action({ request, context }: Route.ActionArgs) {
  const edge = edgeOf({ context });
  const cookies = cookiesOf(edge.services.config);
  await signOut(edge, cookies.read(request, 'phien'));
  const { fields } = await typedIn(request);
  const headers = new Headers(fields['da-xoa'] ? {} : { 'Clear-Site-Data': '"storage"' });
  for (const name of ['phien', 'buoc', 'dang-do'] as const) headers.append('Set-Cookie', cookies.clear(name));
  return redirect('/dang-nhap?da-ra', { headers });
}

export const loader = () => redirect('/');
