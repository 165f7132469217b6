import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { unitChoices } from '../choices.server.ts';
import { deedIn, doOnInitiative } from '../deeds.server.ts';
import { faultsOf } from '../initiative.ts';
import { findInitiative } from '../one.server.ts';
import { initiativeLook } from '../stage-look.ts';
import {
  doneText,
  faultText,
  initiativeProblems,
  initiativesText as said,
  initiativeStageText,
  kindText,
} from '../text.ts';
import { Adoptions } from './Adoptions.tsx';
import { AlikeList } from './AlikeList.tsx';
import { Acts } from './Acts.tsx';
import { Evidence, Told, Words } from './InitiativeParts.tsx';
import { Panels } from './Panels.tsx';
import type { Route } from './+types/initiative.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const id = askedId(args.params.initiativeId);
  const [found, own] = await Promise.all([findInitiative(db, person, id), unitChoices(db, person)]);
  const one = found ?? pageNotFound();
  const adopters = own.filter((unit) => unit.id !== one.initiative.unitId);
  const faults = one.initiative.moves.includes('change') ? faultsOf(one.initiative) : [];
  const done = new URL(args.request.url).searchParams.get('da');
  return { one, faults, adopters, newId: newId(), done };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const typed = await typedIn(args.request);
  const deed = deedIn(typed.fields);
  const result = await doOnInitiative(edge, askedId(args.params.initiativeId), typed, act);
  if (result.ok) return redirect(`/sang-kien/${result.value.id}?da=${deed}`);
  const answer = { deed, fields: typed.fields, problems: initiativeProblems(result.refusal) };
  return data(answer, { status: statusOf(result.refusal) });
}

/** Deeds whose refusal stands on their own form; others are told at the top. */
const withForm = ['attach', 'seat', 'return', 'refuse', 'decline', 'recognise', 'adopt', 'adopt-return'] as const;

export default function Initiative({ loaderData, actionData }: Route.ComponentProps) {
  const { one, faults, done } = loaderData;
  const { initiative } = one;
  const isAtTop = actionData && !withForm.some((deed) => deed === actionData.deed);
  const told = done === null ? undefined : doneText[done];
  return (
    <Page
      title={initiative.title}
      lead={said.of(initiative.unitName, kindText[initiative.kind], initiative.year)}
      trail={[{ label: said.title, href: '/sang-kien' }]}
      action={<Stage stage={initiativeLook[initiative.stage]} word={initiativeStageText[initiative.stage]} />}
    >
      <title>{initiative.title}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {isAtTop && <Notice kind="refusal">{actionData.problems.map(({ message }) => message).join(' ')}</Notice>}
      <Told initiative={initiative} />
      {faults.length > 0 && !isAtTop && (
        <Notice kind="info" title={said.faults}>
          <ul>
            {faults.map((fault) => (
              <li key={faultText(fault)}>{faultText(fault)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Acts one={one} refused={actionData} />
      <Words one={one} />
      <Evidence one={one} refused={actionData} />
      <Panels one={one} refused={actionData} />
      <AlikeList one={one} />
      <Adoptions one={one} adopters={loaderData.adopters} newId={loaderData.newId} refused={actionData} />
    </Page>
  );
}
