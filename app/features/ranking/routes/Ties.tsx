import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { JudgementRow } from '../../scoring/case.server.ts';
import type { JudgementMove } from '../../scoring/judgement.ts';
import type { RankingDeed } from '../deeds.server.ts';
import type { Ranking } from '../page.server.ts';
import { tiesIn } from '../ranked.ts';
import type { MadeTieDecision } from '../ties.server.ts';
import { rankingText as said } from '../text.ts';
import { nameIn } from './name-in.ts';

type Shared = { readonly judgement: JudgementRow; readonly refused: Refused<RankingDeed> };
type Props = Shared & {
  readonly ranking: Ranking;
  readonly newId: string;
  readonly moves: readonly JudgementMove[];
};

/** Units that nothing parts, and what was decided of them. */
export function Ties({ ranking, newId, moves, ...shared }: Props) {
  const mayBreak = moves.includes('break_tie');
  const groups = mayBreak ? tiesIn(ranking.rows) : [];
  if (groups.length === 0 && ranking.ties.length === 0) return null;
  return (
    <section>
      <h2>{said.ties}</h2>
      {groups.map((group) => (
        <Group key={group.join(' ')} group={group} nameOf={nameIn(ranking.rows)} newId={newId} {...shared} />
      ))}
      {ranking.ties.map((one) => (
        <Made key={one.id} one={one} mayWithdraw={mayBreak} {...shared} />
      ))}
    </section>
  );
}

type GroupProps = Shared & {
  readonly group: readonly string[];
  readonly nameOf: (unitId: string) => string;
  readonly newId: string;
};

function Group({ group, nameOf, newId, judgement, refused }: GroupProps) {
  const key = group.join(' ');
  const { fields, problems, errorAt, isOpen } = formOf(refused, 'break_tie', { nhom: key });
  const idOf = (name: string) => `o-${name}-${group[0]}`;
  const options = group.map((value) => ({ value, label: nameOf(value) }));
  return (
    <details open={isOpen}>
      <summary>{said.tieOf(group.map(nameOf))}</summary>
      <p>{said.tieLead}</p>
      <Form
        version={judgement.version}
        hidden={{ viec: 'break_tie', nhom: key, ma: fields['ma'] ?? newId }}
        errors={problems}
      >
        {group.map((unitId, at) => {
          const name = `hang-${at + 1}`;
          return (
            <Field
              key={unitId}
              type="select"
              id={idOf(name)}
              name={name}
              label={said.position(at + 1)}
              value={fields[name]}
              error={errorAt(name)}
              options={options}
            />
          );
        })}
        <Field
          type="textarea"
          rows={3}
          id={idOf('ly-do')}
          name="ly-do"
          label={said.reason}
          value={fields['ly-do']}
          error={errorAt('ly-do')}
        />
        <Field
          id={idOf('so')}
          name="so"
          label={said.documentNumber}
          width="medium"
          optional
          value={fields['so']}
          error={errorAt('so')}
        />
        <Button>{said.tieSave}</Button>
      </Form>
    </details>
  );
}

type MadeProps = Shared & { readonly one: MadeTieDecision; readonly mayWithdraw: boolean };

function Made({ one, mayWithdraw, judgement, refused }: MadeProps) {
  const at = { 'quyet-dinh': one.id };
  const { fields, problems, errorAt, isOpen } = formOf(refused, 'withdraw_tie', at);
  return (
    <article>
      <ol>
        {one.order.map(({ unitId, unitName }) => (
          <li key={unitId}>{unitName}</li>
        ))}
      </ol>
      <p>
        {one.reason} <small>({said.decided(one.decidedAt, one.documentNumber)})</small>
      </p>
      {one.withdrawnAt && <p>{said.tieWithdrawn(one.withdrawnAt, one.withdrawnReason ?? '')}</p>}
      {mayWithdraw && one.withdrawnAt === null && (
        <details open={isOpen}>
          <summary>{said.tieWithdraw}</summary>
          <Form version={judgement.version} hidden={{ viec: 'withdraw_tie', ...at }} errors={problems} scope={one.id}>
            <Field
              type="textarea"
              rows={2}
              name="ly-do"
              label={said.reason}
              value={fields['ly-do']}
              error={errorAt('ly-do')}
            />
            <Button kind="second">{said.tieWithdraw}</Button>
          </Form>
        </details>
      )}
    </article>
  );
}
