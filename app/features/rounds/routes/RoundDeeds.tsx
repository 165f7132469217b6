import type { ReactNode } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { RoundDetail } from '../list.server.ts';
import type { RoundDeed } from '../round-deeds.server.ts';
import type { Problem } from '../text.ts';
import { roundMoveText, roundText } from '../text.ts';

type Refused =
  | {
      readonly fields: Readonly<Record<string, string>>;
      readonly deed: RoundDeed | undefined;
      readonly problem: Problem;
    }
  | undefined;
type Props = { readonly round: RoundDetail; readonly refused: Refused };

/** What the caller of a round may do next, each with what will happen. */
export function RoundDeeds({ round, refused }: Props) {
  const { moves, units } = round;
  const expected = units.filter(({ standing }) => standing !== 'exempt');
  const open = expected.filter(({ standing }) => standing !== 'received').length;
  return (
    <>
      {moves.includes('open') && (
        <section>
          <h2>{roundMoveText.open}</h2>
          <p>{roundText.openWhat(expected.length)}</p>
          <div className="acts">
            <Deed round={round} deed="open">
              <Button>{roundMoveText.open}</Button>
            </Deed>
            <Deed round={round} deed="withdraw">
              <Button kind="danger">{roundMoveText.withdraw}</Button>
            </Deed>
          </div>
        </section>
      )}
      {moves.includes('exempt') && <Exempt round={round} refused={refused} />}
      {moves.includes('close') && (
        <details>
          <summary>{roundText.closeTitle}</summary>
          <p>{roundText.closeWhat(open)}</p>
          <Deed round={round} deed="close">
            <Button kind="danger">{roundMoveText.close}</Button>
          </Deed>
        </details>
      )}
      {moves.includes('reopen') && <Reopen round={round} refused={refused} />}
    </>
  );
}

function Deed({ round, deed, children }: { round: RoundDetail; deed: RoundDeed; children: ReactNode }) {
  return (
    <Form version={round.version} hidden={{ viec: deed }}>
      {children}
    </Form>
  );
}

function Exempt({ round, refused }: Props) {
  const mine = refused?.deed === 'exempt' ? refused : undefined;
  const errorAt = (name: string) => (mine?.problem.field === name ? mine.problem.message : undefined);
  const choices = round.units.filter(({ standing }) => standing === 'waiting' || standing === 'overdue');
  if (choices.length === 0) return null;
  return (
    <details open={mine !== undefined}>
      <summary>{roundText.exemptTitle}</summary>
      <Form hidden={{ viec: 'exempt' }} errors={mine?.problem.field ? [mine.problem] : []}>
        <Field
          type="select"
          name="don-vi"
          label={roundText.exemptUnit}
          value={mine?.fields['don-vi']}
          options={choices.map(({ unitId, name }) => ({ value: unitId, label: name }))}
          error={errorAt('don-vi')}
        />
        <Field
          type="textarea"
          rows={3}
          name="ly-do"
          label={roundText.exemptReason}
          value={mine?.fields['ly-do']}
          error={errorAt('ly-do')}
        />
        <Button kind="second">{roundText.exemptVerb}</Button>
      </Form>
    </details>
  );
}

function Reopen({ round, refused }: Props) {
  const mine = refused?.deed === 'reopen' ? refused : undefined;
  const error = mine?.problem.field === 'ly-do' ? mine.problem.message : undefined;
  return (
    <details open={mine !== undefined}>
      <summary>{roundText.reopenTitle}</summary>
      <Form version={round.version} hidden={{ viec: 'reopen' }} errors={error && mine ? [mine.problem] : []}>
        <Field
          type="textarea"
          rows={3}
          name="ly-do"
          label={roundText.reason}
          value={mine?.fields['ly-do']}
          error={error}
        />
        <Button kind="second">{roundMoveText.reopen}</Button>
      </Form>
    </details>
  );
}
