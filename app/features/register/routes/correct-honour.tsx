import { data, redirect } from 'react-router';
import { keepsTheirs, versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import type { Fields } from '../../../platform/http.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { awardName, awardNameOn } from '../../awards/text.ts';
import { correctHonour } from '../correcting.server.ts';
import { correctionText as said } from '../correction.text.ts';
import { correctable, honourFields, typedFrom } from '../honour.ts';
import type { HonourField } from '../honour.ts';
import { findHonour } from '../honour-row.server.ts';
import type { OneHonour } from '../honour-row.server.ts';
import { awardKindText, honourFieldText, honourProblems, registerText } from '../text.ts';
import { FixedHonour } from './FixedHonour.tsx';
import { HonourFields, honourFieldName } from './HonourFields.tsx';
import type { Route } from './+types/correct-honour.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const honour = await findHonour(edge.services.db, person, askedId(args.params.honourId));
  return { honour: honour?.mayCorrect ? honour : pageNotFound() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const honourId = askedId(args.params.honourId);
  const { fields } = await typedIn(args.request);
  if (keepsTheirs(fields)) {
    const honour = (await findHonour(edge.services.db, person, honourId)) ?? pageNotFound();
    return redirect(`/khen-thuong/so/${honour.holderId}`);
  }
  const typed = Object.fromEntries(honourFields.map((field) => [field, fields[honourFieldName(field)] ?? '']));
  const command = { honourId, version: versionIn(fields), reason: fields['ly-do'] ?? '', typed };
  const corrected = await act(edge, (context) => correctHonour(context, command));
  if (corrected.ok) return redirect(`/khen-thuong/so/${corrected.value.holderId}?da=luu`);
  const { refusal } = corrected;
  const answer = { fields, isRace: refusal.kind === 'lost_race', problems: honourProblems(refusal, honourFieldName) };
  return data(answer, { status: statusOf(refusal) });
}

export default function CorrectHonour({ loaderData: { honour }, actionData }: Route.ComponentProps) {
  const { holder } = honour;
  const back = `/khen-thuong/so/${holder.id}`;
  const isFixed = honour.origin === 'decision' || honour.struckAt !== null || honour.isUnderRevocation;
  return (
    <Page
      title={said.title}
      lead={`${holder.name}: ${registerText.forYear(awardNameOn(honour.awardCode, honour.decidedOn), honour.year)}`}
      trail={[
        { label: registerText.title, href: '/khen-thuong/so' },
        { label: holder.name, href: back },
      ]}
    >
      <title>{said.title}</title>
      {isFixed ? <FixedHonour honour={honour} /> : <Correction honour={honour} actionData={actionData} back={back} />}
    </Page>
  );
}

type Props = {
  readonly honour: OneHonour;
  readonly actionData: Route.ComponentProps['actionData'] | undefined;
  readonly back: string;
};

function Correction({ honour, actionData, back }: Props) {
  const mine: Fields | undefined = actionData?.fields;
  const stored = Object.fromEntries(
    Object.entries(typedFrom(honour)).map(([field, value]) => [honourFieldName(field as HonourField), value]),
  );
  const problems = actionData?.problems ?? [];
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  return (
    <>
      <p>{said.lead}</p>
      {honour.origin === 'centre' && <Notice kind="info">{said.ofCentre}</Notice>}
      {honour.paidBy !== null && <Notice kind="warning">{said.paid(honour.paidBy)}</Notice>}
      <Form version={honour.version} errors={problems} guard={`dinh-chinh-${honour.id}`}>
        {actionData?.isRace && mine && <Compare fields={versions(honour, mine, stored)} />}
        <HonourFields
          fields={mine ?? stored}
          kind={honour.holder.kind}
          errorAt={errorAt}
          isPaperOnly={honour.origin === 'centre'}
        />
        <Field
          name="ly-do"
          label={said.reason}
          hint={said.reasonHint}
          value={mine?.['ly-do']}
          error={errorAt('ly-do')}
          width="long"
        />
        <Actions>
          <Button>{said.save}</Button>
          <a href={back}>{registerText.cancel}</a>
        </Actions>
      </Form>
    </>
  );
}

function versions({ origin }: OneHonour, mine: Fields, theirs: Fields) {
  return correctable[origin].map((field) => ({
    label: honourFieldText[field],
    mine: shown(field, mine[honourFieldName(field)]),
    theirs: shown(field, theirs[honourFieldName(field)]),
  }));
}

function shown(field: HonourField, value = ''): string {
  if (field === 'award' && value !== '') return awardName(value);
  if (field === 'kind' && value in awardKindText) return awardKindText[value as keyof typeof awardKindText];
  return value;
}
