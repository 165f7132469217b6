/** What the browser carries away after a step of signing in: cookies, and where to go next. */
import { redirect } from 'react-router';
import type { Edge } from '../../../platform/command.server.ts';
import type { Browser, SecondStep, SignedIn } from '../sign-in/sign-in.server.ts';
import { stepMinutes } from '../sign-in/step.server.ts';
import { ownPath, withTo } from './own-path.ts';
import { cookiesOf } from './request.server.ts';

export const secondStepPath = '/dang-nhap/buoc-hai';
export const parkedPath = '/noi-dung-dang-do';
export const enrolPath = '/tai-khoan/xac-thuc-hai-lop';

export function browserOf(edge: Edge, request: Request): Browser {
  const oldToken = cookiesOf(edge.services.config).read(request, 'phien');
  return { agent: request.headers.get('user-agent'), oldToken };
}

type Wanting = { readonly request: Request; readonly wanted: string };

/** Where text of this browser is parked, first there. */
export function answerSignIn(edge: Edge, outcome: SignedIn | SecondStep, { request, wanted }: Wanting): Response {
  const cookies = cookiesOf(edge.services.config);
  const to = ownPath(wanted);
  if (outcome.kind === 'second_step') {
    return redirect(withTo(secondStepPath, to), {
      headers: { 'Set-Cookie': cookies.write('buoc', outcome.token, stepMinutes) },
    });
  }
  const isParked = cookies.read(request, 'dang-do') !== undefined;
  const then = isParked ? withTo(parkedPath, to) : to;
  const next = outcome.needsSecondFactor ? withTo(enrolPath, then) : then;
  const headers = new Headers({ 'Set-Cookie': cookies.write('phien', outcome.token) });
  headers.append('Set-Cookie', cookies.clear('buoc'));
  return redirect(next, { headers });
}

export function wantedPath(request: Request): string {
  return ownPath(new URL(request.url).searchParams.get('toi'));
}
