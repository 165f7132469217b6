import { data, redirect } from 'react-router';
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
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import { getAward } from '../../awards/award.ts';
import { DossierPage } from '../../dossiers/routes/DossierPage.tsx';
import { dossierMoveText, outcomeText } from '../../dossiers/text.ts';
import type { DossierAct } from '../dossier-acts.server.ts';
import { actOnDossier, dossierActs } from '../dossier-acts.server.ts';
import type { DecidedDossier } from '../dossier.server.ts';
import { decisionsOn } from '../dossier.server.ts';
import { decisionStageText, dossierActProblems, dossierDecisionText as said } from '../text.ts';
import type { Route } from './+types/dossier-decision.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const one = (await decisionsOn(edge.services.db, person, askedId(args.params.dossierId))) ?? pageNotFound();
  return { one, done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const dossierId = askedId(args.params.dossierId);
  const move = dossierActs.find((each) => each === fields['viec']) ?? pageNotFound();
  const reason = fields['ly-do'] ?? '';
  const result = await act(edge, (context) =>
    actOnDossier(context, { dossierId, version: versionIn(fields), move, reason }),
  );
  // Sent back it lies at appraisal, and this page is not there any more.
  const then = move === 'back' ? '' : '/quyet-dinh';
  if (result.ok) return redirect(`/khen-thuong/ho-so/${dossierId}${then}?da=${move}`);
  const answer = { deed: move, fields, problems: dossierActProblems(result.refusal) };
  return data(answer, { status: statusOf(result.refusal) });
}

export default function DossierDecision({ loaderData, actionData }: Route.ComponentProps) {
  const { one, done } = loaderData;
  const { dossier, nominees, acts } = one;
  return (
    <DossierPage dossier={dossier} part="decision">
      {!actionData && done === 'refuse' && <Notice kind="success">{said.refused}</Notice>}
      {actionData?.problems
        .filter(({ field }) => field === '')
        .map(({ message }) => (
          <Notice key={message} kind="refusal">
            {message}
          </Notice>
        ))}
      <p className="muted">{said.lead}</p>
      {acts.map((move) => (
        <Act key={move} move={move} version={dossier.version} refused={actionData} />
      ))}
      <Table caption={said.title} captionHidden columns={columns} rows={nominees} rowKey={({ id }) => id} />
    </DossierPage>
  );
}

type ActProps = { readonly move: DossierAct; readonly version: number; readonly refused: Refused<DossierAct> };

function Act({ move, version, refused }: ActProps) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, move);
  return (
    <details open={isOpen}>
      <summary>{dossierMoveText[move]}</summary>
      <Form version={version} hidden={{ viec: move }} errors={problems} scope={move}>
        <p>{said.notes[move]}</p>
        <Field
          type="textarea"
          rows={3}
          name="ly-do"
          label={said.reason}
          value={fields['ly-do']}
          error={errorAt('ly-do')}
        />
        <Button kind={move === 'refuse' ? 'danger' : 'second'}>{dossierMoveText[move]}</Button>
      </Form>
    </details>
  );
}

const columns: readonly Column<DecidedDossier['nominees'][number]>[] = [
  { key: 'ten', head: said.name, kind: 'name', cell: ({ name }) => name },
  { key: 'danh-hieu', head: said.award, cell: ({ awardCode }) => getAward(awardCode).name },
  {
    key: 'ket-qua',
    head: said.outcome,
    cell: ({ outcome, outcomeReason }) => [outcomeText[outcome], outcomeReason].filter(Boolean).join(': '),
  },
  {
    key: 'quyet-dinh',
    head: said.decision,
    cell: ({ decision }) =>
      decision ? (
        <a href={`/khen-thuong/quyet-dinh/${decision.stage === 'issued' ? 'cong-bo/' : ''}${decision.id}`}>
          {`${decision.number || decision.about} (${decisionStageText[decision.stage].toLocaleLowerCase('vi')})`}
        </a>
      ) : (
        said.noDecision
      ),
  },
];
