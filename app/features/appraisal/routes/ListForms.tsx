import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { ListRow } from '../list-case.server.ts';
import type { ListMove } from '../procedure.ts';
import { appraisalText as said } from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from '../../../ui/refused.ts';

type Props = {
  readonly row: ListRow;
  readonly moves: readonly ListMove[];
  /** Proposed, and not on the list. */
  readonly candidates: readonly { readonly id: string; readonly name: string; readonly holderUnitName: string }[];
  readonly today: string;
  readonly refused: Refused;
};

/** Close when its days are over; change or extend; add or take off; withdraw. */
export function ListForms({ row, moves, candidates, today, refused }: Props) {
  const isOver = today > row.closesOn;
  return (
    <>
      {moves.includes('close') && (
        <Form version={row.version} hidden={{ viec: 'dong' }} errors={formOf(refused, 'dong').problems}>
          {!isOver && <p className="muted">{said.closeNotYet(row.closesOn)}</p>}
          <Button kind={isOver ? 'primary' : 'second'}>{said.closeVerb}</Button>
        </Form>
      )}
      {moves.includes('change') && <Change row={row} refused={refused} />}
      {moves.includes('amend') && candidates.length > 0 && <Add row={row} candidates={candidates} refused={refused} />}
      {moves.includes('amend') && row.items.length > 1 && <Off row={row} refused={refused} />}
      {moves.includes('withdraw') && <Withdraw row={row} refused={refused} />}
    </>
  );
}

function Change({ row, refused }: Pick<Props, 'row' | 'refused'>) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'sua');
  return (
    <details open={isOpen}>
      <summary>{said.changeTitle}</summary>
      <Form version={row.version} hidden={{ viec: 'sua' }} errors={problems}>
        {row.items.map(({ nomineeId, name, achievement }) => (
          <Field
            key={nomineeId}
            type="textarea"
            rows={2}
            name={`loi-${nomineeId}`}
            label={said.shownOf(name)}
            optional
            value={fields[`loi-${nomineeId}`] ?? achievement}
            error={errorAt(`loi-${nomineeId}`)}
          />
        ))}
        <Field
          type="date"
          name="until"
          label={said.until}
          hint={said.untilHint}
          optional
          value={fields['until']}
          error={errorAt('until')}
        />
        <Field name="reason" label={said.changeReason} value={fields['reason']} error={errorAt('reason')} />
        <Button kind="second">{said.changeVerb}</Button>
      </Form>
    </details>
  );
}

function Withdraw({ row, refused }: Pick<Props, 'row' | 'refused'>) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'rut');
  return (
    <details open={isOpen}>
      <summary>{said.withdrawTitle}</summary>
      <Form version={row.version} hidden={{ viec: 'rut' }} errors={problems} scope="rut">
        <Field name="reason" label={said.changeReason} value={fields['reason']} error={errorAt('reason')} />
        <Button kind="danger">{said.withdrawVerb}</Button>
      </Form>
    </details>
  );
}

function Add({ row, candidates, refused }: Pick<Props, 'row' | 'candidates' | 'refused'>) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'them');
  const options = candidates.map(({ id, name, holderUnitName }) => ({
    value: id,
    label: `${name}, ${holderUnitName}`,
  }));
  const usual = (name: string) => ({ name, value: fields[name], error: errorAt(name) });
  return (
    <details open={isOpen}>
      <summary>{said.addTitle}</summary>
      <Form version={row.version} hidden={{ viec: 'them' }} errors={problems} scope="them">
        <p className="muted">{said.addLead(row.workingDays)}</p>
        <Field type="select" {...usual('doi-tuong')} label={said.addWhom} options={options} />
        <Field type="textarea" rows={2} {...usual('loi')} label={said.shown} optional />
        <Field type="date" {...usual('until')} label={said.addUntil} hint={said.addUntilHint} optional />
        <Field {...usual('reason')} label={said.changeReason} />
        <Button kind="second">{said.addVerb}</Button>
      </Form>
    </details>
  );
}

function Off({ row, refused }: Pick<Props, 'row' | 'refused'>) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'bot');
  const options = row.items.map(({ nomineeId, name, unitName }) => ({
    value: nomineeId,
    label: `${name}, ${unitName}`,
  }));
  const usual = (name: string) => ({ name, value: fields[name], error: errorAt(name) });
  return (
    <details open={isOpen}>
      <summary>{said.offTitle}</summary>
      <Form version={row.version} hidden={{ viec: 'bot' }} errors={problems} scope="bot">
        <p className="muted">{said.offLead}</p>
        <Field type="select" {...usual('doi-tuong')} label={said.nominee} options={options} />
        <Field {...usual('reason')} label={said.changeReason} />
        <Button kind="danger">{said.offVerb}</Button>
      </Form>
    </details>
  );
}
