import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Stage } from '../../../ui/Status.tsx';
import type { Adoption } from '../adopting.server.ts';
import type { UnitChoice } from '../../organisation/units-below.server.ts';
import type { OneInitiative } from '../one.server.ts';
import { adoptionLook } from '../stage-look.ts';
import { adoptionMoveText, adoptionStageText, initiativesText as said } from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from './refused.ts';

type Props = {
  readonly one: OneInitiative;
  readonly adopters: readonly UnitChoice[];
  readonly newId: string;
  readonly refused: Refused;
};

/** Who took it over; only what can be taken over has such a list. */
export function Adoptions({ one, adopters, newId, refused }: Props) {
  if (one.initiative.recognitions.length === 0) return null;
  return (
    <section>
      <h2>{said.adoptionsTitle(one.initiative.adoptions)}</h2>
      {one.adoptions.length === 0 ? (
        <p className="muted">{said.noAdoptions}</p>
      ) : (
        <ul className="plain">
          {one.adoptions.map((adoption) => (
            <One key={adoption.id} adoption={adoption} refused={refused} />
          ))}
        </ul>
      )}
      {adopters.length > 0 && <Adopt adopters={adopters} newId={newId} refused={refused} />}
    </section>
  );
}

function One({ adoption, refused }: Pick<Props, 'refused'> & { readonly adoption: Adoption }) {
  const { id, unitCode, unitName, adoptedOn, result, stage, version, returnReason, moves } = adoption;
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'adopt-return');
  const isMine = isOpen && fields['ma'] === id;
  // Several of these forms stand on one page: each has a name of its own for the reason.
  const reason = `ly-do-${id}`;
  const atReason = (problem: (typeof problems)[number]) => ({ ...problem, ...(problem.field && { field: reason }) });
  return (
    <li>
      <p>
        <a href={`/don-vi/${unitCode}`}>{unitName}</a>, {said.since(dateText(adoptedOn))}{' '}
        <Stage stage={adoptionLook[stage]} word={adoptionStageText[stage]} />
        <br />
        {result}
        {stage === 'returned' && returnReason && (
          <>
            <br />
            {said.returnedBecause(returnReason)}
          </>
        )}
      </p>
      <div className="acts">
        {(['verify', 'withdraw'] as const)
          .filter((move) => moves.includes(move))
          .map((move) => (
            <Form key={move} version={version} hidden={{ viec: `adopt-${move}`, ma: id }}>
              <Button kind="second" small>
                {adoptionMoveText[move]}
              </Button>
            </Form>
          ))}
      </div>
      {moves.includes('return') && (
        <details open={isMine}>
          <summary>{adoptionMoveText.return}</summary>
          <Form
            version={version}
            hidden={{ viec: 'adopt-return', ma: id }}
            errors={isMine ? problems.map(atReason) : []}
          >
            <Field
              name={reason}
              label={said.reason}
              width="long"
              value={isMine ? fields[reason] : undefined}
              error={isMine ? errorAt('ly-do') : undefined}
            />
            <Button kind="second">{adoptionMoveText.return}</Button>
          </Form>
        </details>
      )}
    </li>
  );
}

function Adopt({ adopters, newId, refused }: Omit<Props, 'one'>) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'adopt');
  return (
    <details open={isOpen}>
      <summary>{said.adopt}</summary>
      <p>{said.adoptLead}</p>
      <Form hidden={{ viec: 'adopt', ma: fields['ma'] ?? newId }} errors={problems}>
        <Field
          type="select"
          name="don-vi"
          label={said.unit}
          blank={null}
          value={fields['don-vi']}
          options={adopters.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field
          type="date"
          name="adoptedOn"
          label={said.adoptedOn}
          value={fields['adoptedOn']}
          error={errorAt('adoptedOn')}
        />
        <Field
          type="textarea"
          rows={3}
          name="result"
          label={said.adoptionResult}
          hint={said.adoptionResultHint}
          value={fields['result']}
          error={errorAt('result')}
        />
        <Button kind="second">{adoptionMoveText.record}</Button>
      </Form>
    </details>
  );
}
