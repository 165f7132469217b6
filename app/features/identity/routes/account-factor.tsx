import { toString as drawQr } from 'qrcode';
import type { Person } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { act } from '../../../platform/command.server.ts';
import type { Edge } from '../../../platform/command.server.ts';
import { edgeOf, personAt, refused, typedIn } from '../../../platform/http.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { factorState } from '../account/profile.server.ts';
import { confirmOwnPassword } from '../password/set-password.server.ts';
import { beginTotp, confirmTotp, removeTotp, renewRecoveryCodes } from '../second-factor/enrol.server.ts';
import { totpAddress } from '../second-factor/totp.server.ts';
import { wantedPath } from '../session/answer.server.ts';
import { actorOfRequest } from '../session/request.server.ts';
import type { Route } from './+types/account-factor';
import { AccountPage } from './account-page.tsx';
import { Codes, FactorOff, FactorOn } from './factor-parts.tsx';
import { accountText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const state = await factorState(edge.services.db, person);
  const setup = state.totpSince ? undefined : await setupOf(edge, person);
  const { session } = await actorOfRequest(edge.services, args.request);
  return { state, setup, isAsleep: session?.needsSecondFactor ?? false, to: wantedPath(args.request) };
}

async function setupOf(edge: Edge, person: Person) {
  const begun = await act(edge, (context) => beginTotp(context, edge.services.seal, person));
  if (!begun.ok) return undefined;
  const account = await edge.services.db
    .selectFrom('account')
    .select('username')
    .where('id', '=', person.accountId)
    .executeTakeFirstOrThrow();
  const host = new URL(edge.services.config.publicUrl ?? 'http://localhost').hostname;
  const svg = await drawQr(totpAddress(begun.value, { issuer: host, label: account.username }), {
    type: 'svg',
    margin: 2,
  });
  return { secret: begun.value, qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const result = await dispatch(edge, person, fields, args.request);
  const viec = fields['viec'];
  if (!result.ok) return refused(result.refusal, { viec, codes: undefined, isRemoved: false });
  return { refusal: undefined, viec, codes: result.value, isRemoved: fields['viec'] === 'tat' };
}

type Fields = Readonly<Record<string, string>>;

async function dispatch(edge: Edge, person: Person, fields: Fields, request: Request) {
  if (fields['viec'] === 'bat') {
    const { session } = await actorOfRequest(edge.services, request);
    const given = { actor: person, code: fields['code'] ?? '', sessionId: session?.id };
    return act(edge, (context) => confirmTotp(context, edge.services.seal, given));
  }
  const confirmed = await confirmOwnPassword(edge, person, fields['current'] ?? '');
  if (!confirmed.ok) return confirmed;
  if (fields['viec'] === 'ma-moi') return act(edge, (context) => renewRecoveryCodes(context, person));
  const removed = await act(edge, (context) => removeTotp(context, person));
  return removed.ok ? ok(undefined) : removed;
}

export default function AccountFactor({ loaderData, actionData }: Route.ComponentProps) {
  const { state, setup, isAsleep, to } = loaderData;
  const done = actionData?.isRemoved ? accountText.factorRemoved : undefined;
  return (
    <AccountPage part="factor" done={done}>
      {isAsleep && !actionData && <Notice kind="warning">{accountText.factorRequired}</Notice>}
      {actionData?.codes && <Codes codes={actionData.codes} to={to} />}
      {!actionData?.codes && setup && <FactorOff {...setup} refused={actionData} />}
      {!actionData?.codes && state.totpSince && (
        <FactorOn since={state.totpSince} codesLeft={state.codesLeft} refused={actionData} />
      )}
    </AccountPage>
  );
}
