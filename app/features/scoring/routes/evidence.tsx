import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { act } from '../../../platform/command.server.ts';
import { uploadIn } from '../../../platform/files/attachments.server.ts';
import { sizeText } from '../../../platform/files/text.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, newId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { momentText } from '../../../ui/moment.ts';
import { cardPage } from '../card-page.server.ts';
import type { Evidence } from '../evidence.server.ts';
import { attachEvidence, evidenceOn, removeEvidence } from '../evidence.server.ts';
import { provingSteps } from '../proving.ts';
import { scoreSteps } from '../procedure.ts';
import { scoringProblems } from '../refusals.text.ts';
import { evidenceText, scoringText, stepText } from '../text.ts';
import type { Route } from './+types/evidence.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const id = askedId(args.params.cardId);
  const page = (await cardPage(db, person, { id, today: plainDateIn(clock()) })) ?? pageNotFound();
  if (!page.content) return pageNotFound();
  const { searchParams } = new URL(args.request.url);
  return {
    id,
    names: page.names,
    judgementId: page.card.judgementId,
    steps: provingSteps(page),
    criteria: page.content.lines.filter(({ one }) => one.kind !== 'group').map(({ one }) => one),
    files: await evidenceOn(db, id),
    asked: searchParams.get('tieu-chi') ?? '',
    done: searchParams.get('da'),
  };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const cardId = askedId(args.params.cardId);
  const { fields, uploads } = await typedIn(args.request);
  if (fields['viec'] === 'remove') {
    const off = await act(edge, (context) => removeEvidence(context, { id: askedId(fields['tep']), cardId }));
    if (off.ok) return redirect(`/cham-diem/phieu/${cardId}/minh-chung?da=remove`);
    return data({ fields, problems: scoringProblems(off.refusal) }, { status: statusOf(off.refusal) });
  }
  const file = await uploadIn(edge.services, uploads);
  if (!file.ok) return data({ fields, problems: scoringProblems(file.refusal) }, { status: statusOf(file.refusal) });
  const step = scoreSteps.find((each) => each === fields['step']) ?? 'self';
  const command = { id: newId(), cardId, code: fields['code'] ?? '', step, file: file.value };
  const result = await act(edge, (context) => attachEvidence(context, command));
  if (result.ok) return redirect(`/cham-diem/phieu/${cardId}/minh-chung?da=attach`);
  const problems = scoringProblems(result.refusal).map((one) =>
    result.refusal.kind === 'criterion_gone' ? { ...one, field: 'code', label: scoringText.criterion } : one,
  );
  return data({ fields, problems }, { status: statusOf(result.refusal) });
}

export default function EvidencePage({ loaderData, actionData }: Route.ComponentProps) {
  const { id, names, judgementId, files, criteria, steps, done } = loaderData;
  const general = actionData?.problems.filter(({ field }) => field === '') ?? [];
  const said = done === 'attach' || done === 'remove' ? evidenceText.done[done] : undefined;
  return (
    <Page
      title={evidenceText.title(names.unitName)}
      lead={evidenceText.lead}
      trail={[
        { label: scoringText.title, href: '/cham-diem' },
        { label: names.judgementTitle, href: `/cham-diem/${judgementId}` },
        { label: scoringText.cardTitle(names.unitName), href: `/cham-diem/phieu/${id}` },
      ]}
    >
      <title>{evidenceText.title(names.unitName)}</title>
      {!actionData && said && <Notice kind="success">{said}</Notice>}
      {general.map(({ message }) => (
        <Notice key={message} kind="refusal">
          {message}
        </Notice>
      ))}
      {files.length === 0 && <Empty what={evidenceText.emptyWhat} why={evidenceText.emptyWhy} />}
      {criteria
        .filter(({ code }) => files.some((file) => file.code === code))
        .map((one) => (
          <section key={one.code}>
            <h2>{`${one.code} ${one.title}`}</h2>
            <Files files={files.filter(({ code }) => code === one.code)} mayRemove={(step) => steps.includes(step)} />
          </section>
        ))}
      {steps.length > 0 && <Attach data={loaderData} refused={actionData} />}
    </Page>
  );
}

type FilesProps = {
  readonly files: readonly Evidence[];
  readonly mayRemove: (step: Evidence['step']) => boolean;
};

function Files({ files, mayRemove }: FilesProps) {
  return (
    <ul>
      {files.map(({ id, name, size, step, byName, at }) => (
        <li key={id}>
          <a href={`/cham-diem/tep/${id}`}>{name}</a>{' '}
          <span className="muted">
            {sizeText(size)}, {stepText[step]}, {scoringText.byWhom(byName, null)}, {momentText(at)}
          </span>
          {mayRemove(step) && (
            <Form hidden={{ viec: 'remove', tep: id }}>
              <Button kind="plain" small>
                {evidenceText.remove(name)}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}

type AttachProps = {
  readonly data: Route.ComponentProps['loaderData'];
  readonly refused: Route.ComponentProps['actionData'];
};

function Attach({ data: { steps, criteria, asked }, refused }: AttachProps) {
  const errorAt = (name: string) => refused?.problems.find(({ field }) => field === name)?.message;
  const typed = refused?.fields ?? {};
  return (
    <section>
      <h2>{evidenceText.attachTitle}</h2>
      <Form
        multipart
        hidden={{ viec: 'attach', ...(steps.length === 1 && steps[0] && { step: steps[0] }) }}
        errors={refused?.problems.filter(({ field }) => field !== '')}
      >
        <Field
          type="select"
          name="code"
          width="long"
          label={scoringText.criterion}
          value={typed['code'] ?? asked}
          error={errorAt('code')}
          options={criteria.map((one) => ({
            value: one.code,
            label: `${one.code} ${one.title}${one.needsEvidence ? ` (${evidenceText.needed})` : ''}`,
          }))}
        />
        {steps.length > 1 && (
          <Field
            type="select"
            name="step"
            label={evidenceText.step}
            blank={null}
            value={typed['step'] ?? ''}
            options={steps.map((value) => ({ value, label: stepText[value] }))}
          />
        )}
        <Field type="file" name="tep" label={evidenceText.file} hint={evidenceText.fileHint} error={errorAt('tep')} />
        <Actions>
          <Button>{evidenceText.attach}</Button>
        </Actions>
      </Form>
    </section>
  );
}
