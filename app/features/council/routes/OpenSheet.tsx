import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { AgendaItem } from '../agenda.server.ts';
import { choiceText } from '../ballot.text.ts';
import { councilText as said } from '../text.ts';
import { SheetLine } from './Sheet.tsx';

type Props = { readonly items: readonly AgendaItem[]; readonly typed: Readonly<Record<string, string>> };

/** Votes by name: a form that needs no script. */
export function OpenSheet({ items, typed }: Props) {
  const left = items.filter(({ poll }) => poll?.ownChoice === null);
  const cast = items.filter(({ poll }) => poll?.ownChoice !== null);
  return (
    <section>
      <h2>{said.openSheet}</h2>
      <p>{said.openSheetNote}</p>
      {cast.length > 0 && (
        <ul>
          {cast.map(({ id, position, holderName, poll }) => (
            <li
              key={id}
            >{`${position}. ${holderName}. ${poll?.ownChoice ? said.votedAlready(choiceText[poll.ownChoice]) : ''}`}</li>
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <Form wide>
          {left.map((item) => (
            <SheetLine key={item.id} item={item} value={typed[`phieu-${item.poll?.id ?? ''}`]} />
          ))}
          <Actions>
            <Button>{said.castOpen}</Button>
          </Actions>
        </Form>
      )}
    </section>
  );
}
