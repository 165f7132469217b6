import { roles } from '../../../kernel/actor.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { act } from '../../../platform/command.server.ts';
import type { Edge } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, refused, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import {
  createAccount,
  disableAccount,
  enableAccount,
  inviteAccount,
  resetSecondFactor,
  unlockAccount,
} from '../people/accounts.server.ts';
import { shownAddress } from '../people/mail-link.server.ts';
import { tidyUsername } from '../people/person.ts';
import { administeredUnits, personDetail } from '../people/queries.server.ts';
import { endRole, grantRole } from '../roles/roles.server.ts';
import { administratorAt } from '../session/administrator.server.ts';
import type { IdentityRefusal } from '../text.ts';
import { identityRefusal, personFields } from '../text.ts';
import type { Route } from './+types/person';
import { AccountPart, RolesPart, ShownLink } from './person-parts.tsx';
import { peopleText, stateNames } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = administratorAt(edge, args.request);
  const { db, seal, clock } = edge.services;
  const asked = { personId: askedId(args.params.personId), now: clock() };
  const detail = (await personDetail(db, seal, person, asked)) ?? pageNotFound();
  const isSaved = new URL(args.request.url).searchParams.has('xong');
  return { detail, units: await administeredUnits(db, person), isSaved };
}

type Fields = Readonly<Record<string, string>>;

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  administratorAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const result = await dispatch(edge, askedId(args.params.personId), fields);
  if (!result.ok) return refused(result.refusal, { typed: fields, link: undefined });
  const link = result.value && shownAddress(edge.services, args.request, result.value);
  return { refusal: undefined, typed: undefined, link };
}

/** The path of a link where the deed makes one. */
async function dispatch(
  edge: Edge,
  personId: string,
  fields: Fields,
): Promise<Result<string | undefined, IdentityRefusal>> {
  const reason = fields['reason']?.trim() || null;
  switch (fields['viec'] ?? '') {
    case 'tai-khoan': {
      const username = tidyUsername(fields['username'] ?? '');
      const made = await act(edge, (context) => createAccount(context, { personId, username }));
      return made.ok ? ok(made.value.link) : made;
    }
    case 'duong-dan':
      return act(edge, (context) => inviteAccount(context, personId));
    case 'mo-khoa':
      return act(edge, (context) => unlockAccount(context, personId));
    case 'ngung':
      return act(edge, (context) => disableAccount(context, personId, reason));
    case 'cho-dung':
      return act(edge, (context) => enableAccount(context, personId));
    case 'xoa-hai-lop':
      return act(edge, (context) => resetSecondFactor(context, personId, reason));
    case 'ket-thuc-vai-tro': {
      const end = { holdingId: askedId(fields['holdingId']), version: Number(fields['version']) || 0, reason };
      return act(edge, (context) => endRole(context, end));
    }
    default:
      return grant(edge, personId, fields);
  }
}

async function grant(edge: Edge, personId: string, fields: Fields): Promise<Result<undefined, IdentityRefusal>> {
  const text = (name: string) => fields[name]?.trim() || null;
  const role = roles.find((one) => one === fields['role']);
  if (!role) return refuse({ kind: 'choice_missing', field: 'role' });
  if (!fields['unitId']) return refuse({ kind: 'choice_missing', field: 'unitId' });
  const place = { personId, role, unitId: askedId(fields['unitId']) };
  const given = { ...place, from: text('from'), until: text('until'), basis: text('basis') };
  const result = await act(edge, (context) => grantRole(context, given));
  return result.ok ? ok() : result;
}

export default function PersonPage({ loaderData, actionData }: Route.ComponentProps) {
  const { detail, units, isSaved } = loaderData;
  const refusal = actionData?.refusal;
  const deed = actionData?.typed?.['viec'];
  const isAtForm = deed === 'giao-vai-tro' || deed === 'tai-khoan';
  const isDone = actionData ? !refusal && !actionData.link : isSaved;
  const factors = detail.hasTotp || detail.passkeys > 0 ? peopleText.factorsOn : peopleText.factorsOff;
  const pairs = [
    { label: personFields.positionTitle, value: detail.positionTitle ?? peopleText.contactUnknown },
    { label: personFields.unitId, value: detail.unit },
    { label: personFields.email, value: detail.email ?? peopleText.contactUnknown },
    { label: personFields.phone, value: detail.phone ?? peopleText.contactUnknown },
    { label: personFields.username, value: detail.username ?? stateNames.none },
    { label: peopleText.state, value: stateNames[detail.state] },
    { label: peopleText.factors, value: factors },
  ];
  return (
    <Page
      title={detail.name}
      trail={[{ label: peopleText.title, href: '/quan-tri/nguoi-dung' }]}
      action={
        <LinkButton kind="second" href={`/quan-tri/nguoi-dung/${detail.id}/sua`}>
          {peopleText.edit}
        </LinkButton>
      }
    >
      <title>{`${detail.name} · ${peopleText.title}`}</title>
      {isDone && <Notice kind="success">{peopleText.done}</Notice>}
      {refusal && !isAtForm && <Notice kind="refusal">{identityRefusal(refusal)}</Notice>}
      {actionData?.link && <ShownLink name={detail.name} link={actionData.link} />}
      <Pairs pairs={pairs} />
      <RolesPart
        holdings={detail.holdings}
        units={units}
        refused={deed === 'giao-vai-tro' ? actionData : undefined}
        delegationsHref={`/quan-tri/nguoi-dung/${detail.id}/uy-quyen`}
      />
      <AccountPart detail={detail} refused={deed === 'tai-khoan' ? actionData : undefined} />
    </Page>
  );
}
