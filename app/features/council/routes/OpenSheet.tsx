import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { AgendaItem } from '../agenda.server.ts';
import type { ShownProblem } from '../text.ts';
import { councilText as said } from '../text.ts';
import { atFirstLine, SheetLines } from './Sheet.tsx';

type Props = {
  readonly items: readonly AgendaItem[];
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly ShownProblem[];
};

/** Votes by name: a form that needs no script. */
export function OpenSheet({ items, typed, problems }: Props) {
  const error = problems.find(({ field }) => field === 'choice')?.message;
  return (
    <section>
      <h2>{said.openSheet}</h2>
      <p>{said.openSheetNote}</p>
      <Form wide errors={atFirstLine(problems, items)}>
        <SheetLines items={items} typed={typed} error={error} />
        <Actions>
          <Button>{said.castOpen}</Button>
        </Actions>
      </Form>
    </section>
  );
}
