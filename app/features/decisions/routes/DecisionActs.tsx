import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { ListedDecision } from '../list.server.ts';
import type { DecisionMove } from '../procedure.ts';
import { decisionProcedure } from '../procedure.ts';
import { SignForm } from '../SigningForms.tsx';
import { decisionMoveText, decisionsText as said } from '../text.ts';

type Props = {
  readonly decision: ListedDecision;
  readonly mode: 'development' | 'csc' | 'token';
  readonly refused: Refused;
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
export function DecisionActs({ decision, mode, refused }: Props) {
  const { moves, stage, version } = decision;
  const mine = offered.filter((move) => moves.includes(move));
  const isReasoned = (move: DecisionMove) => decisionProcedure[stage][move]?.needs?.includes('reason') === true;
  return (
    <>
      {mine
        .filter((move) => !isReasoned(move))
        .map((move) =>
          move === 'sign' || move === 'seal' ? (
            <SignForm key={move} deed={move} version={version} mode={mode} />
          ) : (
            <Form key={move} version={version} hidden={{ viec: move }} errors={formOf(refused, move).problems}>
              {move === 'approve' && <NumberFields refused={refused} />}
              <Button kind={move === 'recall' ? 'second' : 'primary'}>{decisionMoveText[move]}</Button>
            </Form>
          ),
        )}
      {mine.filter(isReasoned).map((move) => (
        <Reasoned key={move} move={move} version={version} refused={refused} />
      ))}
    </>
  );
}

type ReasonedProps = { readonly move: DecisionMove; readonly version: number; readonly refused: Refused };

function Reasoned({ move, version, refused }: ReasonedProps) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, move);
  return (
    <details open={isOpen}>
      <summary>{decisionMoveText[move]}</summary>
      <Form version={version} hidden={{ viec: move }} errors={problems} scope={move}>
        <Field
          type="textarea"
          rows={3}
          name="ly-do"
          label={said.reason}
          value={fields['ly-do']}
          error={errorAt('ly-do')}
        />
        <Button kind={move === 'withdraw' ? 'danger' : 'second'}>{decisionMoveText[move]}</Button>
      </Form>
    </details>
  );
}

function NumberFields({ refused }: { readonly refused: Refused }) {
  const { fields, errorAt } = formOf(refused, 'approve');
  return (
    <>
      <p className="muted">{said.approveNote}</p>
      <Field name="so" label={said.numberByHand} value={fields['so']} error={errorAt('so')} optional width="short" />
      <Field type="date" name="ngay" label={said.dayOf} value={fields['ngay']} error={errorAt('ngay')} optional />
    </>
  );
}
