import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { ListRow } from '../case.server.ts';
import type { ListMove } from '../level-list.ts';
import { levelsText as said, moveText } from '../text.ts';
import type { RefusedList } from './PeopleForm.tsx';

type Props = { readonly list: ListRow; readonly moves: readonly ListMove[]; readonly refused: RefusedList };

/** Each move is a form of its own; what must be said stands with it. */
export function ListActs({ list, moves, refused }: Props) {
  const plain = (['submit', 'recall', 'confirm'] as const).filter((move) => moves.includes(move));
  const reasoned = (['return', 'discard'] as const).filter((move) => moves.includes(move));
  return (
    <>
      {plain.map((move) => (
        <Form key={move} version={list.version} hidden={{ viec: move }}>
          {move === 'confirm' && <p className="muted">{said.confirmWhat}</p>}
          <Actions>
            <Button kind={move === 'recall' ? 'plain' : 'primary'}>{moveText[move]}</Button>
          </Actions>
        </Form>
      ))}
      {reasoned.map((move) => {
        const mine = refused?.deed === move ? refused : undefined;
        return (
          <details key={move} open={mine !== undefined}>
            <summary>{moveText[move]}</summary>
            <Form
              version={list.version}
              hidden={{ viec: move }}
              errors={mine?.problems.filter(({ field }) => field !== '') ?? []}
              scope={move}
            >
              <Field
                name="ly-do"
                label={said.reason}
                width="long"
                value={mine?.fields['ly-do']}
                error={mine?.problems.find(({ field }) => field === 'ly-do')?.message}
              />
              <Actions>
                <Button kind={move === 'discard' ? 'danger' : 'second'}>{moveText[move]}</Button>
              </Actions>
            </Form>
          </details>
        );
      })}
    </>
  );
}
