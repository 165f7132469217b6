import { awardName } from '../../awards/text.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { NomineeOutcome } from '../../dossiers/nominee.ts';
import type { CentralDossier } from '../list.server.ts';
import { centreText as said, fieldText } from '../text.ts';
import type { Refused } from './refused.ts';
import { formOf } from '../../../ui/refused.ts';

type Nominee = {
  readonly id: string;
  readonly name: string;
  readonly awardCode: string;
  readonly outcome: NomineeOutcome;
  readonly outcomeReason: string | null;
};
type Props = {
  readonly dossier: CentralDossier;
  readonly nominees: readonly Nominee[];
  readonly mayEnter: boolean;
  /** They may, but nothing of it lies at the centre. */
  readonly waitsForSending: boolean;
  readonly refused: Refused;
};

/** Who was granted, refused, or waits; and the form for a decision that came. */
export function ResultForm({ dossier, nominees, mayEnter, waitsForSending, refused }: Props) {
  const { fields, problems, errorAt } = formOf(refused, 'result');
  const columns: readonly Column<Nominee>[] = [
    { key: 'ten', head: said.holder, kind: 'name', cell: ({ name }) => name },
    { key: 'danh-hieu', head: said.awards, cell: ({ awardCode }) => awardName(awardCode) },
    {
      key: 'ket-qua',
      head: said.outcome,
      cell: (row) =>
        mayEnter && row.outcome === 'open' ? (
          <>
            <Field
              type="select"
              name={`ket-qua-${row.id}`}
              label={said.outcome}
              blank={null}
              value={fields[`ket-qua-${row.id}`] ?? ''}
              options={(['', 'granted', 'refused'] as const).map((value) => ({ value, label: said.outcomes[value] }))}
            />
            <Field
              name={`ly-do-${row.id}`}
              label={said.reasonIf}
              optional
              value={fields[`ly-do-${row.id}`]}
              error={errorAt(`ly-do-${row.id}`)}
            />
          </>
        ) : (
          [said.resultOf[row.outcome], row.outcomeReason].filter(Boolean).join(': ')
        ),
    },
  ];
  const table = (
    <Table caption={said.outcome} captionHidden columns={columns} rows={nominees} rowKey={({ id }) => id} />
  );
  if (!mayEnter)
    return (
      <section>
        <h2>{said.outcome}</h2>
        {waitsForSending && <p>{said.resultWaits}</p>}
        {table}
      </section>
    );
  return (
    <section>
      <h2>{said.result}</h2>
      <p>{said.resultLead}</p>
      <Form version={dossier.version} hidden={{ viec: 'result' }} errors={problems} scope="result" wide>
        {table}
        <Field name="number" label={said.decision} width="medium" value={fields['number']} error={errorAt('number')} />
        <Field type="date" name="on" label={fieldText.on} value={fields['on']} error={errorAt('on')} />
        <Field name="by" label={fieldText.by} hint={said.byHint} value={fields['by']} error={errorAt('by')} />
        <Button>{said.result}</Button>
      </Form>
    </section>
  );
}
