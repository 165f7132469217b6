import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import type { Refusal } from '../../../kernel/result.ts';
import { act } from '../../../platform/command.server.ts';
import { uploadIn } from '../../../platform/files/attachments.server.ts';
import { edgeOf, pageForbidden, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { filingOf } from '../appeals/filing.server.ts';
import { fileAppeal } from '../appeals/handling.server.ts';
import { appealProblems, appealsText as said } from '../appeals.text.ts';
import { trailOf } from './trail.ts';
import type { Route } from './+types/new-appeal.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const asked = { judgementId: askedId(args.params.judgementId), today: plainDateIn(clock()) };
  const filing = (await filingOf(db, person, asked)) ?? pageNotFound();
  if (filing.units.length === 0) return pageForbidden();
  return { filing, id: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields, uploads } = await typedIn(args.request);
  const refused = (refusal: Refusal) =>
    data({ fields, problems: appealProblems(refusal) }, { status: statusOf(refusal) });
  const file = uploads.length === 0 ? undefined : await uploadIn(edge.services, uploads);
  if (file && !file.ok) return refused(file.refusal);
  const command = {
    id: mintedId(fields['ma']),
    judgementId: askedId(args.params.judgementId),
    unitId: askedId(fields['don-vi']),
    text: fields['noi-dung'] ?? '',
    file: file?.value,
  };
  const result = await act(edge, (context) => fileAppeal(context, command));
  if (result.ok) return redirect(`/cham-diem/kien-nghi/${result.value.id}?da=file`);
  return refused(result.refusal);
}

export default function NewAppeal({ loaderData: { filing, id }, actionData }: Route.ComponentProps) {
  const { judgement, units, until, isLate } = filing;
  const value = (name: string) => actionData?.fields[name];
  const errorAt = (name: string) => actionData?.problems.find(({ field }) => field === name)?.message;
  const atTop = actionData?.problems.filter(({ field }) => field === '') ?? [];
  const free = units.filter(({ openId }) => openId === null);
  return (
    <Page title={said.new} lead={said.newLead(until)} trail={trailOf(judgement)}>
      <title>{said.new}</title>
      {atTop.length > 0 && <Notice kind="refusal">{atTop.map(({ message }) => message).join(' ')}</Notice>}
      {isLate && until !== null && <Notice kind="info">{said.passed(until)}</Notice>}
      {units.map(
        ({ id: unitId, name, openId }) =>
          openId !== null && (
            <p key={unitId}>
              {name}: {said.openAlready} <a href={`/cham-diem/kien-nghi/${openId}`}>{said.look}</a>
            </p>
          ),
      )}
      {!isLate && free.length > 0 && (
        <Form
          multipart
          hidden={{ ma: value('ma') ?? id }}
          errors={actionData?.problems.filter(({ field }) => field !== '')}
        >
          <Field
            type="select"
            name="don-vi"
            label={said.unit}
            blank={null}
            value={value('don-vi') ?? free[0]?.id}
            options={free.map((unit) => ({ value: unit.id, label: unit.name }))}
          />
          <Field
            type="textarea"
            rows={8}
            name="noi-dung"
            label={said.text}
            hint={said.textHint}
            value={value('noi-dung')}
            error={errorAt('noi-dung')}
          />
          <Field type="file" name="tep" label={said.file} hint={said.fileHint} error={errorAt('tep')} optional />
          <Actions>
            <Button>{said.send}</Button>
          </Actions>
        </Form>
      )}
      <p className="muted">{said.termNote}</p>
    </Page>
  );
}
