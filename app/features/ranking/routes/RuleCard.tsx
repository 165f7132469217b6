import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import { Stage } from '../../../ui/Status.tsx';
import type { ListedRule } from '../thresholds/list.server.ts';
import type { RuleMove, RuleStage } from '../thresholds/rule.ts';
import { thresholdText } from '../text.ts';
import { ruleMoveText, ruleStageText, thresholdsText as said } from '../thresholds.text.ts';

const look = {
  default: 'draft',
  proposed: 'submitted',
  confirmed: 'verified',
  withdrawn: 'draft',
} as const satisfies Readonly<Record<RuleStage, string>>;
type Props = { readonly rule: ListedRule; readonly refused: Refused<RuleMove> };

/** Thresholds of one year on: what they are, who laid them down, and what this person may do with them. */
export function RuleCard({ rule, refused }: Props) {
  const at = { nguong: rule.id };
  const { moves, version } = rule;
  const { fields, problems, errorAt, isOpen } = formOf(refused, 'withdraw', at);
  return (
    <section>
      <h2>
        {rule.stage === 'default' ? said.untilConfirmed : said.from(rule.fromYear)}{' '}
        <Stage stage={look[rule.stage]} word={ruleStageText[rule.stage]} />
      </h2>
      <ul>
        {rule.thresholds.map((one) => (
          <li key={one.level}>{thresholdText(one, {})}</li>
        ))}
      </ul>
      <p>{said.below}</p>
      {rule.perBlock !== null && <p>{said.leaders(rule.perBlock)}</p>}
      {rule.stage === 'default' && <p className="muted">{said.leadersDefault}</p>}
      <p>{rule.source}</p>
      <p className="muted">
        {rule.stage !== 'default' && said.proposed(rule.proposedByName, rule.proposedAt)}{' '}
        {rule.confirmedAt && said.confirmed(rule.confirmedByName, rule.confirmedAt)}{' '}
        {rule.withdrawnAt && said.withdrawn(rule.withdrawnAt, rule.withdrawnReason ?? '')}
      </p>
      {moves.includes('confirm') && (
        <Form version={version} hidden={{ viec: 'confirm', ...at }}>
          <Button>{ruleMoveText.confirm}</Button>
        </Form>
      )}
      {moves.includes('withdraw') && (
        <details open={isOpen}>
          <summary>{ruleMoveText.withdraw}</summary>
          <Form version={version} hidden={{ viec: 'withdraw', ...at }} errors={problems} scope={rule.id}>
            <Field
              type="textarea"
              rows={2}
              name="ly-do"
              label={said.reason}
              value={fields['ly-do']}
              error={errorAt('ly-do')}
            />
            <Button kind="danger">{ruleMoveText.withdraw}</Button>
          </Form>
        </details>
      )}
    </section>
  );
}
