import { pointsText } from '../../../kernel/hundredths.ts';
import { data, redirect } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { Button } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { ListedCriteria } from '../criteria.server.ts';
import { criteriaSets, decideCriteria, issueCriteria, mayIssueCriteria } from '../criteria.server.ts';
import { criteriaRows } from '../criteria.ts';
import { initiativeProblems, initiativesText as said } from '../text.ts';
import type { Route } from './+types/criteria.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const [sets, mayIssue] = await Promise.all([criteriaSets(db, person), mayIssueCriteria(db, person)]);
  const done = new URL(args.request.url).searchParams.get('da') ?? '';
  return { sets, mayIssue, today: plainDateIn(clock()), newId: newId(), done };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  const move = moves.find((each) => each === fields['viec']);
  const done = await act(edge, (context) =>
    move
      ? decideCriteria(context, { id: askedId(fields['ma']), version: versionIn(fields), move })
      : issueCriteria(context, { id: mintedId(fields['ma']), after: Number(fields['sau-ban']) || 0, typed: fields }),
  );
  if (done.ok) return redirect(`/sang-kien/tieu-chi?da=${move ?? 'de-xuat'}`);
  return data({ move, fields, problems: initiativeProblems(done.refusal) }, { status: statusOf(done.refusal) });
}

const moves = ['confirm', 'withdraw'] as const;

export default function Criteria({ loaderData, actionData }: Route.ComponentProps) {
  const { sets, mayIssue, done } = loaderData;
  const told = said.criteriaDone[done];
  // What was typed stays, also when somebody else was first.
  const typed = actionData?.move ? undefined : actionData;
  const isWaiting = sets.some(({ stage }) => stage === 'proposed');
  return (
    <Page title={said.criteriaTitle} lead={said.criteriaLead} trail={[{ label: said.title, href: '/sang-kien' }]}>
      <title>{said.criteriaTitle}</title>
      {told && !actionData && <Notice kind="success">{told}</Notice>}
      {actionData?.move && (
        <Notice kind="refusal">{actionData.problems.map(({ message }) => message).join(' ')}</Notice>
      )}
      {sets.map((set) => (
        <Edition key={set.id} set={set} />
      ))}
      {mayIssue && isWaiting && <p className="muted">{said.waitsAlready}</p>}
      {mayIssue && (!isWaiting || typed) && <Issue {...loaderData} refused={typed} />}
    </Page>
  );
}

function Edition({ set }: { readonly set: ListedCriteria }) {
  const sum = set.criteria.reduce((all, { most }) => all + most, 0);
  return (
    <section>
      <h2>{`${said.edition(set.edition)}: ${set.name}`}</h2>
      <Pairs
        pairs={[
          { label: said.validFrom, value: dateText(set.validFrom) },
          { label: said.threshold, value: pointsText(set.threshold) },
          { label: said.basis, value: set.basis ?? said.isDefault },
          { label: said.criteriaStage, value: said.criteriaStageOf(set.stage) },
          ...(set.proposedBy ? [{ label: said.proposedBy, value: set.proposedBy }] : []),
          ...(set.confirmedBy ? [{ label: said.confirmedBy, value: set.confirmedBy }] : []),
        ]}
      />
      <Table
        caption={said.criteriaRows}
        captionHidden
        rows={set.criteria}
        rowKey={({ position }) => String(position)}
        columns={[
          { key: 'ten', head: said.criterion, kind: 'name', cell: ({ name }) => name },
          { key: 'diem', head: said.most, kind: 'number', cell: ({ most }) => pointsText(most) },
        ]}
        sums={{ ten: said.total, diem: pointsText(sum) }}
      />
      {set.stage === 'proposed' && <Decide set={set} />}
    </section>
  );
}

/** The second person's to confirm; until then it is used for nothing. */
function Decide({ set: { id, version, moves: mine } }: { readonly set: ListedCriteria }) {
  return (
    <>
      <p>{mine.includes('confirm') ? said.confirmLead : said.waitsForOther}</p>
      <div className="acts">
        {mine.map((move) => (
          <Form key={move} version={version} hidden={{ viec: move, ma: id }}>
            <Button kind={move === 'confirm' ? 'primary' : 'second'}>{said.criteriaMove[move]}</Button>
          </Form>
        ))}
      </div>
    </>
  );
}

type IssueProps = Pick<Route.ComponentProps['loaderData'], 'sets' | 'today' | 'newId'> & {
  readonly refused: Route.ComponentProps['actionData'];
};

/** Begins with what is in force, to be changed. */
function Issue({ sets, today, newId: minted, refused }: IssueProps) {
  const latest = sets.find(({ stage }) => stage === 'confirmed');
  const newest = sets[0]?.edition ?? 0;
  const first: Readonly<Record<string, string>> = {
    'tu-ngay': today,
    'muc-dat': latest ? pointsText(latest.threshold) : '',
    ...Object.fromEntries(
      latest?.criteria.flatMap(({ position, name, most }) => [
        [`ten-${position}`, name],
        [`diem-${position}`, pointsText(most)],
      ]) ?? [],
    ),
  };
  const fields = refused?.fields ?? first;
  const usual = (name: string) => ({
    name,
    value: fields[name],
    error: refused?.problems.find(({ field }) => field === name)?.message,
  });
  return (
    <section>
      <h2>{said.newCriteria}</h2>
      <Form
        hidden={{ ma: fields['ma'] ?? minted, 'sau-ban': fields['sau-ban'] ?? String(newest) }}
        errors={refused?.problems}
      >
        <Field {...usual('ten')} label={said.criteriaName} width="long" />
        <Field {...usual('can-cu')} label={said.basis} hint={said.basisHint} width="long" />
        <Field type="date" {...usual('tu-ngay')} label={said.validFrom} />
        <fieldset className="field">
          <legend>{said.criteriaRows}</legend>
          {Array.from({ length: criteriaRows }, (_, at) => at + 1).map((n) => (
            <div key={n} className="row-fields" role="group" aria-label={said.criterionRow(n)}>
              <Field {...usual(`ten-${n}`)} label={said.criterion} width="medium" />
              <Field type="number-vi" {...usual(`diem-${n}`)} label={said.most} />
            </div>
          ))}
        </fieldset>
        <Field type="number-vi" {...usual('muc-dat')} label={said.threshold} />
        <Button>{said.issue}</Button>
      </Form>
    </section>
  );
}
