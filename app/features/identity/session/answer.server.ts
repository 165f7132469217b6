/** What the browser carries away after a step of signing in: cookies, and where to go next. */
import { redirect } from 'react-router';
import type { Edge } from '../../../platform/command.server.ts';
import type { Browser, SecondStep, SignedIn } from '../sign-in/sign-in.server.ts';
import { stepMinutes } from '../sign-in/step.server.ts';
import { ownPath } from './own-path.ts';
import { cookiesOf } from './request.server.ts';

export const secondStepPath = '/dang-nhap/buoc-hai';
export const enrolPath = '/tai-khoan/xac-thuc-hai-lop';

export function browserOf(edge: Edge, request: Request): Browser {
  const oldToken = cookiesOf(edge.services.config).read(request, 'phien');
  return { agent: request.headers.get('user-agent'), oldToken };
}

export function answerSignIn(edge: Edge, outcome: SignedIn | SecondStep, wanted: string | null | undefined): Response {
  const cookies = cookiesOf(edge.services.config);
  const to = ownPath(wanted);
  if (outcome.kind === 'second_step') {
    return redirect(withTo(secondStepPath, to), {
      headers: { 'Set-Cookie': cookies.write('buoc', outcome.token, stepMinutes) },
    });
  }
  const next = outcome.needsSecondFactor ? withTo(enrolPath, to) : to;
  const headers = new Headers({ 'Set-Cookie': cookies.write('phien', outcome.token) });
  headers.append('Set-Cookie', cookies.clear('buoc'));
  return redirect(next, { headers });
}

export function withTo(path: string, to: string): string {
  return to === '/' ? path : `${path}?toi=${encodeURIComponent(to)}`;
}

export function wantedPath(request: Request): string {
  return ownPath(new URL(request.url).searchParams.get('toi'));
}
