import { data, redirect } from 'react-router';
import { keepsTheirs, versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { unitChoices } from '../choices.server.ts';
import type { TypedHolder } from '../holder.ts';
import { holderFields, typedOf } from '../holder.ts';
import { changeHolder } from '../holders.server.ts';
import { findHolder } from '../one.server.ts';
import { holderFieldText, registerProblems, registerText as said } from '../text.ts';
import { HolderFields } from './HolderFields.tsx';
import type { Route } from './+types/edit-holder.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const one = await findHolder(db, person, askedId(args.params.holderId));
  if (!one?.may.change) return pageNotFound();
  return { holder: one.holder, stored: typedOf(one.holder), units: await unitChoices(db, person) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.holderId);
  const { fields } = await typedIn(args.request);
  if (keepsTheirs(fields)) return redirect(`/khen-thuong/so/${id}`);
  const command = { id, version: versionIn(fields), unitId: askedId(fields['unit']), typed: fields };
  const changed = await act(edge, (context) => changeHolder(context, edge.services.seal, command));
  if (changed.ok) return redirect(`/khen-thuong/so/${id}?da=luu`);
  const isRace = changed.refusal.kind === 'lost_race';
  const answer = { fields, isRace, problems: registerProblems(changed.refusal) };
  return data(answer, { status: statusOf(changed.refusal) });
}

export default function EditHolder({ loaderData, actionData }: Route.ComponentProps) {
  const { holder, stored, units } = loaderData;
  const mine: Readonly<Record<string, string>> | undefined = actionData?.fields;
  const trail = [
    { label: said.title, href: '/khen-thuong/so' },
    { label: holder.name, href: `/khen-thuong/so/${holder.id}` },
  ];
  return (
    <Page title={said.editTitle} lead={holder.name} trail={trail}>
      <title>{said.editTitle}</title>
      <Form version={holder.version} errors={actionData?.problems} guard={`so-khen-thuong-${holder.id}`}>
        {actionData?.isRace && mine && <Compare fields={versions(mine, stored)} />}
        <HolderFields
          fields={mine ?? stored}
          units={units}
          kind={holder.kind}
          errorAt={(name) => actionData?.problems.find(({ field }) => field === name)?.message}
        />
        <Actions>
          <Button>{said.saveChange}</Button>
          <a href={`/khen-thuong/so/${holder.id}`}>{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}

/** The sealed number is shown on neither side. */
function versions(mine: TypedHolder, theirs: TypedHolder) {
  return holderFields
    .filter((field) => field !== 'identity' && field !== 'kind' && field !== 'unit')
    .map((field) => ({ label: holderFieldText[field], mine: mine[field] ?? '', theirs: theirs[field] ?? '' }));
}
