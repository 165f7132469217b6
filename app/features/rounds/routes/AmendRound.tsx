import { Field } from '../../../ui/Field.tsx';
import type { RoundDetail } from '../list.server.ts';
import type { Amendable } from '../round-choices.server.ts';
import { roundMoveText, roundsText, roundText } from '../text.ts';
import type { RefusedRound } from './Reasoned.tsx';
import { Reasoned } from './Reasoned.tsx';

type Props = { readonly round: RoundDetail; readonly refused: RefusedRound; readonly amendable: Amendable };

/** What may still be changed about a round, each with its reason. */
export function AmendRound({ round, refused, amendable: { newerForms, addable } }: Props) {
  const { moves, units } = round;
  const unwritten = units.filter(({ sentOn }) => sentOn === null);
  const about = { round, refused };
  return (
    <>
      {moves.includes('postpone') && (
        <Reasoned {...about} deed="postpone" title={roundMoveText.postpone}>
          {(shared) => <Field type="date" {...shared('han')} label={roundText.newDue} hint={roundText.postponeHint} />}
        </Reasoned>
      )}
      {newerForms.length > 0 && (
        <Reasoned {...about} deed="reform" title={roundMoveText.reform} what={roundText.reformWhat}>
          {(shared) => (
            <Field
              type="select"
              {...shared('mau')}
              label={roundText.newForm}
              width="long"
              blank={null}
              options={newerForms.map((form) => ({
                value: form.id,
                label: roundsText.formOption(form.name, form.edition, form.isDefault),
              }))}
            />
          )}
        </Reasoned>
      )}
      {moves.includes('expect') && addable.length > 0 && (
        <Reasoned {...about} deed="add" title={roundText.addTitle} verb={roundText.addVerb} what={roundText.addWhat}>
          {(shared) => (
            <Field
              type="select"
              {...shared('don-vi')}
              label={roundText.unit}
              options={addable.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Reasoned>
      )}
      {moves.includes('expect') && unwritten.length > 0 && (
        <Reasoned {...about} deed="out" title={roundText.outTitle} verb={roundText.outVerb} what={roundText.outWhat}>
          {(shared) => (
            <Field
              type="select"
              {...shared('don-vi')}
              label={roundText.unit}
              options={unwritten.map(({ unitId, name }) => ({ value: unitId, label: name }))}
            />
          )}
        </Reasoned>
      )}
    </>
  );
}
