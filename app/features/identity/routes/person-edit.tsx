import { redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, refused, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { changePerson } from '../people/people.server.ts';
import { tidyPerson } from '../people/person.ts';
import { administeredUnits, personDetail } from '../people/queries.server.ts';
import { administratorAt } from '../session/administrator.server.ts';
import { personFields } from '../text.ts';
import type { Route } from './+types/person-edit';
import { PersonForm, typedPerson } from './person-form.tsx';
import { peopleText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = administratorAt(edge, args.request);
  const { db, seal, clock } = edge.services;
  const asked = { personId: askedId(args.params.personId), now: clock() };
  const detail = (await personDetail(db, seal, person, asked)) ?? pageNotFound();
  return { detail, units: await administeredUnits(db, person) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  administratorAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const typed = typedPerson(fields);
  const isActive = fields['isActive'] === 'on';
  const personId = askedId(args.params.personId);
  const input = { ...tidyPerson(typed), unitId: typed.unitId === '' ? '' : askedId(typed.unitId) };
  const change = { ...input, personId, version: Number(fields['version']) || 0, isActive };
  const result = await act(edge, (context) => changePerson(context, edge.services.seal, change));
  if (result.ok) return redirect(`/quan-tri/nguoi-dung/${personId}?xong`);
  return refused(result.refusal, { typed, isActive });
}

export default function PersonEdit({ loaderData, actionData }: Route.ComponentProps) {
  const { detail, units } = loaderData;
  const now = { ...detail, fullName: detail.name };
  const typed = actionData?.typed ?? {
    fullName: detail.name,
    positionTitle: detail.positionTitle ?? '',
    unitId: detail.unitId,
    email: detail.email ?? '',
    phone: detail.phone ?? '',
    username: '',
  };
  const isLost = actionData?.refusal.kind === 'lost_race';
  const trail = [
    { label: peopleText.title, href: '/quan-tri/nguoi-dung' },
    { label: detail.name, href: `/quan-tri/nguoi-dung/${detail.id}` },
  ];
  return (
    <Page title={peopleText.edit} lead={detail.name} trail={trail}>
      <title>{`${peopleText.edit} · ${detail.name}`}</title>
      {isLost && <Theirs now={now} />}
      <PersonForm
        units={units}
        typed={typed}
        refusal={isLost ? undefined : actionData?.refusal}
        version={detail.version}
      >
        <Checkbox
          name="isActive"
          label={peopleText.stillWorks}
          hint={peopleText.stillWorksHint}
          checked={actionData?.isActive ?? detail.isActive}
        />
      </PersonForm>
    </Page>
  );
}

type Now = Readonly<Record<'fullName' | 'positionTitle' | 'unit' | 'email' | 'phone', string | null>>;

/** What somebody else saved meanwhile, above what was typed. */
function Theirs({ now }: { readonly now: Now }) {
  const pairs = [
    { label: personFields.fullName, value: now.fullName },
    { label: personFields.positionTitle, value: now.positionTitle },
    { label: personFields.unitId, value: now.unit },
    { label: personFields.email, value: now.email },
    { label: personFields.phone, value: now.phone },
  ];
  return (
    <Notice kind="refusal">
      <p>{peopleText.lostRace}</p>
      <Pairs pairs={pairs} />
    </Notice>
  );
}
