import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { keepsTheirs, versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageForbidden, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Page } from '../../../ui/Page.tsx';
import { judgementFields } from '../judgement-form.ts';
import { judgementPage } from '../judgement-page.server.ts';
import { changeJudgement } from '../preparing.server.ts';
import { scoringProblems } from '../refusals.text.ts';
import { judgementFieldText, scoringText } from '../text.ts';
import { JudgementFields } from './JudgementFields.tsx';
import type { Route } from './+types/edit-judgement.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const asked = { id: askedId(args.params.judgementId), today: plainDateIn(clock()) };
  const { judgement, moves } = (await judgementPage(db, person, asked)) ?? pageNotFound();
  if (!moves.includes('change')) return pageForbidden();
  const { id, version, title } = judgement;
  const stored: Readonly<Record<string, string>> = {
    title,
    selfUntil: judgement.selfUntil ?? '',
    crossUntil: judgement.crossUntil ?? '',
    appraiseUntil: judgement.appraiseUntil ?? '',
    objectionDays: String(judgement.objectionDays),
  };
  return { id, version, title, stored };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.judgementId);
  const { fields } = await typedIn(args.request);
  if (keepsTheirs(fields)) return redirect(`/cham-diem/${id}`);
  const result = await act(edge, (context) =>
    changeJudgement(context, { id, version: versionIn(fields), typed: fields }),
  );
  if (result.ok) return redirect(`/cham-diem/${id}?da=change`);
  const isRace = result.refusal.kind === 'lost_race';
  return data({ fields, isRace, problems: scoringProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function EditJudgement({ loaderData, actionData }: Route.ComponentProps) {
  const { id, version, title, stored } = loaderData;
  const fields = actionData?.fields ?? stored;
  const versions = judgementFields.map((name) => ({
    label: judgementFieldText[name],
    mine: fields[name] ?? '',
    theirs: stored[name] ?? '',
  }));
  return (
    <Page
      title={scoringText.editTitle}
      trail={[
        { label: scoringText.title, href: '/cham-diem' },
        { label: title, href: `/cham-diem/${id}` },
      ]}
    >
      <title>{scoringText.editTitle}</title>
      <Form version={version} errors={actionData?.problems} guard={`cham-diem-${id}`}>
        {actionData?.isRace && <Compare fields={versions} />}
        <JudgementFields
          fields={fields}
          errorAt={(name) => actionData?.problems.find(({ field }) => field === name)?.message}
        />
        <Actions>
          <Button>{scoringText.save}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
