import { data, redirect } from 'react-router';
import type { Result } from '../../../kernel/result.ts';
import { refuse } from '../../../kernel/result.ts';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { formOf } from '../../../ui/refused.ts';
import { getAward } from '../../awards/award.ts';
import { DossierPage } from '../../dossiers/routes/DossierPage.tsx';
import { dossierMoveText } from '../../dossiers/text.ts';
import { CouncilAdvice } from '../CouncilAdvice.tsx';
import type { AdvisedNominee } from '../dossier.server.ts';
import { adviceOn } from '../dossier.server.ts';
import { handBack, handToAuthority } from '../handing-on.server.ts';
import { adviceText as said, handProblems } from '../text.ts';
import type { Route } from './+types/dossier-council.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const one = (await adviceOn(edge.services.db, person, askedId(args.params.dossierId))) ?? pageNotFound();
  return { one, done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const dossierId = askedId(args.params.dossierId);
  const version = versionIn(fields);
  const deed = fields['viec'] ?? '';
  const result = await act(edge, async (context): Promise<Result<unknown>> => {
    if (deed === 'back') return handBack(context, { dossierId, version, reason: fields['reason'] ?? '' });
    if (deed === 'to_authority') return handToAuthority(context, { dossierId, version });
    return refuse({ kind: 'not_there' });
  });
  // Sent back it lies at appraisal, and this page is not there any more.
  const then = deed === 'back' ? '' : '/hoi-dong';
  if (result.ok) return redirect(`/khen-thuong/ho-so/${dossierId}${then}?da=${deed}`);
  return data({ deed, fields, problems: handProblems(result.refusal) }, { status: statusOf(result.refusal) });
}

export default function DossierCouncil({ loaderData, actionData }: Route.ComponentProps) {
  const { one, done } = loaderData;
  const { dossier, nominees, moves } = one;
  const { fields, problems, isOpen, errorAt } = formOf(actionData, 'back');
  return (
    <DossierPage dossier={dossier} part="council">
      {!actionData && done === 'to_authority' && <Notice kind="success">{said.sent}</Notice>}
      {actionData?.problems
        .filter(({ field }) => field === '')
        .map(({ message }) => (
          <Notice key={message} kind="refusal">
            {message}
          </Notice>
        ))}
      <p className="muted">{said.lead}</p>
      {moves.includes('to_authority') && (
        <Form version={dossier.version} hidden={{ viec: 'to_authority' }}>
          <Button kind="second">{dossierMoveText.to_authority}</Button>
        </Form>
      )}
      {moves.includes('back') && (
        <details open={isOpen}>
          <summary>{dossierMoveText.back}</summary>
          <Form version={dossier.version} hidden={{ viec: 'back' }} errors={problems}>
            <p>{said.backNote}</p>
            <Field
              type="textarea"
              rows={3}
              name="reason"
              label={said.reason}
              value={fields['reason']}
              error={errorAt('reason')}
            />
            <Button kind="second">{dossierMoveText.back}</Button>
          </Form>
        </details>
      )}
      <Table
        caption={said.title}
        captionHidden
        columns={columnsOf(dossier.stage === 'council')}
        rows={nominees}
        rowKey={({ id }) => id}
      />
    </DossierPage>
  );
}

const columnsOf = (isBefore: boolean): readonly Column<AdvisedNominee>[] => [
  { key: 'ten', head: said.name, kind: 'name', cell: ({ name }) => name },
  { key: 'danh-hieu', head: said.award, cell: ({ awardCode }) => getAward(awardCode).name },
  {
    key: 'y-kien',
    head: said.advice,
    cell: ({ advice }) => <CouncilAdvice advice={advice} isBefore={isBefore} />,
  },
];
