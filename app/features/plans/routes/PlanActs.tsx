import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { ListedPlan } from '../list.server.ts';
import type { Edition } from '../one.server.ts';
import { planMoveText, plansText } from '../text.ts';
import type { Refused } from './refused.ts';

type Props = {
  readonly plan: ListedPlan;
  readonly editions: readonly Edition[];
  readonly newId: string;
  readonly refused: Refused;
};

/** What may be done with the plan now, by whoever looks at it. */
export function PlanActs({ plan, editions, newId, refused }: Props) {
  const ways = (['submit', 'recall', 'withdraw'] as const).filter((way) => plan.moves.includes(way));
  const hasNext = editions.some(({ edition, stage }) => edition > plan.edition && stage !== 'withdrawn');
  return (
    <>
      {plan.moves.includes('approve') && <Decide plan={plan} refused={refused} />}
      {ways.length > 0 && (
        <div className="acts">
          {ways.map((way) => (
            <Form key={way} version={plan.version} hidden={{ viec: way }}>
              <Button kind={way === 'submit' ? 'primary' : way === 'withdraw' ? 'danger' : 'second'}>
                {planMoveText[way]}
              </Button>
            </Form>
          ))}
        </div>
      )}
      {plan.moves.includes('revise') && !hasNext && <Revise plan={plan} newId={newId} refused={refused} />}
    </>
  );
}

function Decide({ plan, refused }: Pick<Props, 'plan' | 'refused'>) {
  const approved = refused?.deed === 'approve' ? refused : undefined;
  const returned = refused?.deed === 'return' ? refused : undefined;
  const errorAt = (name: string) => approved?.problems.find(({ field }) => field === name)?.message;
  return (
    <section>
      <h2>{plansText.decide}</h2>
      <Form version={plan.version} hidden={{ viec: 'approve' }} errors={approved?.problems}>
        <Field
          name="so-hieu"
          label={plansText.paperNumber}
          hint={plansText.paperNumberHint}
          width="medium"
          value={approved?.fields['so-hieu']}
          error={errorAt('so-hieu')}
        />
        <Field
          type="date"
          name="ngay-ky"
          label={plansText.paperDate}
          value={approved?.fields['ngay-ky']}
          error={errorAt('ngay-ky')}
        />
        <Button>{planMoveText.approve}</Button>
      </Form>
      <ReasonForm plan={plan} deed="return" label={plansText.returnReason} refused={returned} />
    </section>
  );
}

function Revise({ plan, newId, refused }: Omit<Props, 'editions'>) {
  const mine = refused?.deed === 'revise' ? refused : undefined;
  return (
    <details open={mine !== undefined}>
      <summary>{plansText.reviseTitle}</summary>
      <p>{plansText.reviseLead}</p>
      <ReasonForm
        plan={plan}
        deed="revise"
        label={plansText.changeReason}
        refused={mine}
        hidden={{ moi: mine?.fields['moi'] ?? newId }}
      />
    </details>
  );
}

type ReasonProps = {
  readonly plan: ListedPlan;
  readonly deed: 'return' | 'revise';
  readonly label: string;
  readonly refused: Refused;
  readonly hidden?: Readonly<Record<string, string>>;
};

function ReasonForm({ plan, deed, label, refused, hidden = {} }: ReasonProps) {
  return (
    <Form version={plan.version} hidden={{ viec: deed, ...hidden }} errors={refused?.problems}>
      <Field
        type="textarea"
        rows={3}
        name="ly-do"
        label={label}
        value={refused?.fields['ly-do']}
        error={refused?.problems[0]?.message}
      />
      <Button kind="second">{planMoveText[deed]}</Button>
    </Form>
  );
}
