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
  readonly today: string;
  readonly refused: Refused;
};

/** Close when its days are over; change or extend; withdraw. */
export function ListForms({ row, moves, today, refused }: Props) {
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
        <Field
          name="reason"
          id="reason-sua"
          label={said.changeReason}
          value={fields['reason']}
          error={errorAt('reason')}
        />
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
      <Form version={row.version} hidden={{ viec: 'rut' }} errors={problems}>
        <Field
          name="reason"
          id="reason-rut"
          label={said.changeReason}
          value={fields['reason']}
          error={errorAt('reason')}
        />
        <Button kind="danger">{said.withdrawVerb}</Button>
      </Form>
    </details>
  );
}
