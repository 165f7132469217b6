import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { keepsTheirs, versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { changeRound } from '../drafting.server.ts';
import { latestForms } from '../forms/forms.server.ts';
import type { RoundDetail } from '../list.server.ts';
import { findRound } from '../list.server.ts';
import { kindsTakingPart } from '../round-choices.server.ts';
import { ADHOC } from '../round.ts';
import { roundProblems, roundsText, roundText, roundVersions } from '../text.ts';
import { RoundFields } from './RoundFields.tsx';
import type { Route } from './+types/edit-round.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const round = await findRound(db, person, { id: askedId(args.params.roundId), today });
  if (!round?.moves.includes('change')) return pageNotFound();
  const [latest, kinds] = await Promise.all([latestForms(db), kindsTakingPart(db)]);
  return { round, today, kinds, forms: withOwn(latest, round) };
}

/** The edition that the round is on, too, when there is a newer one. */
function withOwn(latest: Awaited<ReturnType<typeof latestForms>>, round: RoundDetail) {
  if (latest.some(({ id }) => id === round.formId)) return latest;
  const { formId, formName, formEdition, formIsDefault } = round;
  return [{ id: formId, familyId: '', name: formName, edition: formEdition, isDefault: formIsDefault }, ...latest];
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields, many } = await typedIn(args.request);
  const id = askedId(args.params.roundId);
  if (keepsTheirs(fields)) return redirect(`/ky-bao-cao/${id}`);
  const kinds = many('nhom');
  const command = { id, version: versionIn(fields), typed: fields, formId: askedId(fields['mau']), kinds };
  const changed = await act(edge, (context) => changeRound(context, command));
  if (changed.ok) return redirect(`/ky-bao-cao/${id}?da=change`);
  const { refusal } = changed;
  const isRace = refusal.kind === 'lost_race';
  return data({ fields, kinds, isRace, problems: roundProblems(refusal) }, { status: statusOf(refusal) });
}

export default function EditRound({ loaderData, actionData }: Route.ComponentProps) {
  const { round, kinds, ...choices } = loaderData;
  const stored = storedIn(round);
  const expected = new Set(round.units.map(({ kind }) => kind));
  return (
    <Page
      title={roundText.changeTitle}
      trail={[
        { label: roundsText.title, href: '/ky-bao-cao' },
        { label: round.name, href: `/ky-bao-cao/${round.id}` },
      ]}
    >
      <title>{roundText.changeTitle}</title>
      {actionData?.isRace && <Notice kind="refusal">{roundText.changeRaced}</Notice>}
      <Form
        version={round.version}
        errors={actionData?.isRace ? [] : actionData?.problems}
        guard={`ky-bao-cao-${round.id}`}
      >
        {actionData?.isRace && <Compare fields={roundVersions(actionData.fields, stored)} />}
        <RoundFields
          {...choices}
          fields={actionData?.fields ?? stored}
          kinds={kinds}
          chosen={actionData?.kinds ?? [...expected]}
          problems={actionData?.problems}
        />
        <Actions>
          <Button>{roundText.changeSave}</Button>
        </Actions>
      </Form>
    </Page>
  );
}

function storedIn({ name, period, firstDay, lastDay, askedDay, formId }: RoundDetail) {
  const days = period === null ? { 'tu-ngay': firstDay, 'den-ngay': lastDay } : {};
  return { ten: name, ky: period ?? ADHOC, ...days, han: askedDay, mau: formId };
}
