import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { nameOwners, namingPage } from '../naming.server.ts';
import { placeOf, readNames } from '../naming.ts';
import { namingRefusal, namingText, remindText } from '../text.ts';
import { NamedLines, NamingForm } from './NamingForm.tsx';
import type { Route } from './+types/naming.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { searchParams } = new URL(args.request.url);
  const { db, clock } = edge.services;
  const place = { code: searchParams.get('don-vi') ?? '', today: plainDateIn(clock()) };
  const page = (await namingPage(db, person, place)) ?? pageNotFound();
  return { ...page, saved: searchParams.has('da-luu') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields, many } = await typedIn(args.request);
  const names = readNames(many);
  const named = await act(edge, (context) => nameOwners(context, { unitId: askedId(fields['unit']), names }));
  if (named.ok) return redirect(`/don-doc/phan-cong?don-vi=${fields['don-vi'] ?? ''}&da-luu`);
  const typed = Object.fromEntries(names.map((name) => [placeOf(name), name.personId ?? '']));
  return data({ typed, refusal: named.refusal }, { status: statusOf(named.refusal) });
}

export default function NamingOwners({ loaderData, actionData }: Route.ComponentProps) {
  const { unit, staff, mayName, saved } = loaderData;
  const title = namingText.title(unit.name);
  return (
    <Page title={title} lead={namingText.lead} trail={[{ label: remindText.back, href: '/don-doc' }]}>
      <title>{title}</title>
      {saved && !actionData && <Notice kind="success">{namingText.saved}</Notice>}
      {actionData && <Notice kind="refusal">{namingRefusal(actionData.refusal)}</Notice>}
      {staff.length === 0 && <Notice kind="warning">{namingText.noStaff}</Notice>}
      {!mayName && <Notice kind="info">{namingText.whoMay}</Notice>}
      {mayName && staff.length > 0 ? (
        <NamingForm page={loaderData} refused={actionData} />
      ) : (
        <NamedLines page={loaderData} />
      )}
    </Page>
  );
}
