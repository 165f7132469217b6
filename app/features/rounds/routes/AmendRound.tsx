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
  const shared = { round, refused };
  return (
    <>
      {moves.includes('postpone') && (
        <Reasoned {...shared} deed="postpone" title={roundMoveText.postpone}>
          {(typed, errorAt) => (
            <Field
              type="date"
              name="han"
              label={roundText.newDue}
              hint={roundText.postponeHint}
              value={typed('han')}
              error={errorAt('han')}
            />
          )}
        </Reasoned>
      )}
      {newerForms.length > 0 && (
        <Reasoned {...shared} deed="reform" title={roundMoveText.reform} what={roundText.reformWhat}>
          {(typed, errorAt) => (
            <Field
              type="select"
              name="mau"
              label={roundText.newForm}
              width="long"
              blank={null}
              value={typed('mau')}
              options={newerForms.map((form) => ({
                value: form.id,
                label: roundsText.formOption(form.name, form.edition, form.isDefault),
              }))}
              error={errorAt('mau')}
            />
          )}
        </Reasoned>
      )}
      {moves.includes('expect') && addable.length > 0 && (
        <Reasoned {...shared} deed="add" title={roundText.addTitle} verb={roundText.addVerb} what={roundText.addWhat}>
          {(typed, errorAt) => (
            <Field
              type="select"
              name="don-vi"
              label={roundText.unit}
              value={typed('don-vi')}
              options={addable.map(({ id, name }) => ({ value: id, label: name }))}
              error={errorAt('don-vi')}
            />
          )}
        </Reasoned>
      )}
      {moves.includes('expect') && unwritten.length > 0 && (
        <Reasoned {...shared} deed="out" title={roundText.outTitle} verb={roundText.outVerb} what={roundText.outWhat}>
          {(typed, errorAt) => (
            <Field
              type="select"
              name="don-vi"
              label={roundText.unit}
              value={typed('don-vi')}
              options={unwritten.map(({ unitId, name }) => ({ value: unitId, label: name }))}
              error={errorAt('don-vi')}
            />
          )}
        </Reasoned>
      )}
    </>
  );
}
