import type { ReactNode } from 'react';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { RoundDetail } from '../list.server.ts';
import type { Amendable } from '../round-choices.server.ts';
import type { RoundDeed } from '../round-deeds.server.ts';
import { roundMoveText, roundText } from '../text.ts';
import { AmendRound } from './AmendRound.tsx';
import type { RefusedRound } from './Reasoned.tsx';
import { Reasoned } from './Reasoned.tsx';

type Props = { readonly round: RoundDetail; readonly refused: RefusedRound };

/** What the caller of a round may do next, each with what will happen. */
export function RoundDeeds({ round, refused, amendable }: Props & { readonly amendable: Amendable }) {
  const { id, moves, units } = round;
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
            <LinkButton kind="second" href={`/ky-bao-cao/${id}/sua`}>
              {roundText.changeLink}
            </LinkButton>
            <Deed round={round} deed="withdraw">
              <Button kind="danger">{roundMoveText.withdraw}</Button>
            </Deed>
          </div>
        </section>
      )}
      {moves.includes('exempt') && <Exempt round={round} refused={refused} />}
      <AmendRound round={round} refused={refused} amendable={amendable} />
      {moves.includes('close') && (
        <details>
          <summary>{roundText.closeTitle}</summary>
          <p>{roundText.closeWhat(open)}</p>
          <Deed round={round} deed="close">
            <Button kind="danger">{roundMoveText.close}</Button>
          </Deed>
        </details>
      )}
      {moves.includes('reopen') && (
        <Reasoned deed="reopen" title={roundText.reopenTitle} round={round} refused={refused} />
      )}
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
  const choices = round.units.filter(({ standing }) => standing === 'waiting' || standing === 'overdue');
  if (choices.length === 0) return null;
  return (
    <Reasoned deed="exempt" title={roundText.exemptTitle} verb={roundText.exemptVerb} round={round} refused={refused}>
      {(shared) => (
        <Field
          type="select"
          {...shared('don-vi')}
          label={roundText.exemptUnit}
          options={choices.map(({ unitId, name }) => ({ value: unitId, label: name }))}
        />
      )}
    </Reasoned>
  );
}
