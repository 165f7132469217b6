import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { ListedDecision } from '../list.server.ts';
import type { DecisionMove } from '../procedure.ts';
import { decisionProcedure } from '../procedure.ts';
import { decisionMoveText, decisionsText as said } from '../text.ts';

type Props = {
  readonly decision: ListedDecision;
  readonly mode: 'development' | 'csc' | 'token';
  readonly fields: Readonly<Record<string, string>>;
  readonly deed: string | undefined;
};
const offered = [
  'submit',
  'approve',
  'sign',
  'seal',
  'issue',
  'recall',
  'return',
  'withdraw',
] as const satisfies readonly DecisionMove[];

/** In the order a person would take them; what ends something stands last and asks why. */
export function DecisionActs({ decision, mode, fields, deed }: Props) {
  const { moves, stage, version } = decision;
  const mine = offered.filter((move) => moves.includes(move));
  const isReasoned = (move: DecisionMove) => decisionProcedure[stage][move]?.needs?.includes('reason') === true;
  return (
    <>
      {mine
        .filter((move) => !isReasoned(move))
        .map((move) => (
          <Form key={move} version={version} hidden={{ viec: move }}>
            {move === 'approve' && <NumberFields fields={deed === 'approve' ? fields : {}} />}
            {(move === 'sign' || move === 'seal') && mode === 'csc' && <Release />}
            <Button kind={move === 'recall' ? 'second' : 'primary'}>{decisionMoveText[move]}</Button>
          </Form>
        ))}
      {mine.filter(isReasoned).map((move) => (
        <details key={move} open={deed === move}>
          <summary>{decisionMoveText[move]}</summary>
          <Form version={version} hidden={{ viec: move }}>
            <Field
              type="textarea"
              rows={3}
              name="ly-do"
              id={`ly-do-${move}`}
              label={said.reason}
              value={deed === move ? fields['ly-do'] : ''}
            />
            <Button kind={move === 'withdraw' ? 'danger' : 'second'}>{decisionMoveText[move]}</Button>
          </Form>
        </details>
      ))}
    </>
  );
}

function NumberFields({ fields }: { readonly fields: Readonly<Record<string, string>> }) {
  return (
    <>
      <p className="muted">{said.approveNote}</p>
      <Field name="so" label={said.numberByHand} value={fields['so'] ?? ''} optional width="short" />
      <Field type="date" name="ngay" label={said.dayOf} value={fields['ngay'] ?? ''} optional />
    </>
  );
}

function Release() {
  return (
    <>
      <Field type="password" name="mat-khau-khoa" label={said.pin} optional />
      <Field name="otp" label={said.otp} optional width="short" />
    </>
  );
}
