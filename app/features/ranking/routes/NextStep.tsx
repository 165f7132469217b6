import { kernelRefusal } from '../../../platform/text.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { JudgementRow } from '../../scoring/case.server.ts';
import type { RankingDeed } from '../deeds.server.ts';
import type { NextStep as Next, RankedUnit } from '../page.server.ts';
import { tiesIn } from '../ranked.ts';
import { conditionText, rankingText as said, settleLead, settleText } from '../text.ts';
import { nameIn } from './name-in.ts';

type Props = {
  readonly next: Next;
  readonly rows: readonly RankedUnit[];
  readonly judgement: JudgementRow;
  readonly refused: Refused<RankingDeed>;
};

/** The step that comes next: what it asks for, met or not, shown to whoever sees the table; the form for whoever may take it, once all is met. */
export function NextStep({ next, rows, judgement, refused }: Props) {
  const { move, conditions, refusal } = next;
  const { fields, problems, errorAt } = formOf(refused, move);
  const ties = tiesIn(rows).length;
  return (
    <section>
      <h2>{said.nextStep(settleText[move])}</h2>
      <p>{settleLead[move]}</p>
      <h3>{said.conditions}</h3>
      <ul>
        {conditions.map((one) => (
          <li key={one.kind}>
            <b>{one.met ? said.met : said.unmet}:</b> {conditionText(one, nameIn(rows))}.
          </li>
        ))}
        {refusal && (
          <li>
            <b>{said.who}:</b> {kernelRefusal(refusal)}
          </li>
        )}
      </ul>
      {ties > 0 && move !== 'settle' && <p>{said.unresolved(ties)}</p>}
      {refusal === null && conditions.every(({ met }) => met) && (
        <Form version={judgement.version} hidden={{ viec: move }} errors={problems}>
          {move === 'sign_off' && (
            <>
              <Field
                name="number"
                label={said.minutesNumber}
                hint={said.minutesNumberHint}
                width="medium"
                value={fields['number']}
                error={errorAt('number')}
              />
              <Field type="date" name="date" label={said.minutesDate} value={fields['date']} error={errorAt('date')} />
            </>
          )}
          <Actions>
            <Button kind={move === 'freeze' ? 'danger' : 'primary'}>{settleText[move]}</Button>
          </Actions>
        </Form>
      )}
    </section>
  );
}
