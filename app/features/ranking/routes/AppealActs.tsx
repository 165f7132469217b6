import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { AppealMove } from '../appeals/appeal.ts';
import type { AppealWay } from '../appeals/handling.server.ts';
import type { ListedAppeal } from '../appeals/list.server.ts';
import { appealMoveText, appealsText as said } from '../appeals.text.ts';

type Props = { readonly appeal: ListedAppeal; readonly refused: Refused<AppealMove> };

/** What this person may do with it now. */
export function AppealActs({ appeal, refused }: Props) {
  return appeal.moves
    .filter((move) => move !== 'attach')
    .map((move) => <Act key={move} move={move} version={appeal.version} refused={refused} />);
}

type ActProps = { readonly move: AppealWay; readonly version: number; readonly refused: Refused<AppealMove> };

function Act({ move, version, refused }: ActProps) {
  const { fields, problems, errorAt, isOpen } = formOf(refused, move);
  if (move === 'accept')
    return (
      <Form version={version} hidden={{ viec: move }}>
        <Button>{appealMoveText[move]}</Button>
      </Form>
    );
  const concludes = move !== 'withdraw';
  return (
    <details open={isOpen}>
      <summary>{appealMoveText[move]}</summary>
      <Form version={version} hidden={{ viec: move }} errors={problems} scope={move}>
        <Field
          type="textarea"
          rows={concludes ? 6 : 2}
          name="ly-do"
          label={concludes ? said.answerLabel : said.reason}
          value={fields['ly-do']}
          error={errorAt('ly-do')}
        />
        {concludes && (
          <>
            <Field name="so" label={said.number} width="medium" value={fields['so']} error={errorAt('so')} />
            <Field type="date" name="ngay" label={said.date} value={fields['ngay']} error={errorAt('ngay')} />
          </>
        )}
        <Button kind={concludes ? 'primary' : 'danger'}>{appealMoveText[move]}</Button>
      </Form>
    </details>
  );
}
