import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { ComplaintMove } from '../complaints/complaint.ts';
import type { ListedComplaint } from '../complaints/list.server.ts';
import type { ShownProblem } from '../../../ui/field-error.ts';
import { complaintMoveText, complaintsText as said } from '../complaints.text.ts';

type Refused =
  | {
      readonly move: string | undefined;
      readonly fields: Readonly<Record<string, string>>;
      readonly problems: readonly ShownProblem[];
    }
  | undefined;
type Props = { readonly complaint: ListedComplaint; readonly refused: Refused };

/** What this person may do with it now. */
export function ComplaintActs({ complaint: { moves, version, awardCode }, refused }: Props) {
  const reasoned = (['answer', 'decline', 'withdraw'] as const).filter((move) => moves.includes(move));
  return (
    <>
      {moves.includes('accept') && (
        <Form version={version} hidden={{ viec: 'accept' }}>
          {awardCode !== null && <p>{said.acceptNote}</p>}
          <Button>{complaintMoveText.accept}</Button>
        </Form>
      )}
      {reasoned.map((move) => (
        <Reasoned key={move} move={move} version={version} refused={refused?.move === move ? refused : undefined} />
      ))}
    </>
  );
}

type ReasonedProps = { readonly move: ComplaintMove; readonly version: number; readonly refused: Refused };

function Reasoned({ move, version, refused }: ReasonedProps) {
  const problems = refused?.problems.filter(({ field }) => field !== '') ?? [];
  return (
    <details open={refused !== undefined}>
      <summary>{complaintMoveText[move]}</summary>
      <Form version={version} hidden={{ viec: move }} errors={problems} scope={move}>
        <Field
          type="textarea"
          rows={4}
          name="ly-do"
          label={said.answer}
          value={refused?.fields['ly-do']}
          error={problems[0]?.message}
        />
        <Button kind="second">{complaintMoveText[move]}</Button>
      </Form>
    </details>
  );
}
