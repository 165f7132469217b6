import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { scopesAt } from '../initiative.ts';
import type { OneInitiative } from '../one.server.ts';
import { levelOf } from '../procedure.ts';
import type { Interest } from '../interest.ts';
import { isReviewing } from '../interest.ts';
import { initiativeMoveText, initiativesText as said, notAuthorField, scopeText } from '../text.ts';
import { NotAuthor } from './NotAuthor.tsx';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from './refused.ts';

type Props = { readonly one: OneInitiative; readonly refused: Refused };

const plain = ['submit', 'recall', 'review_at_unit', 'review_at_province', 'raise', 'withdraw'] as const;

/** What this person may do with it now. */
export function Acts({ one, refused }: Props) {
  const { initiative, panels } = one;
  const { moves, version, id, interest } = initiative;
  const own = { version, interest, refused };
  const offered = plain.filter((move) => moves.includes(move));
  const level = levelOf(initiative.stage);
  const latest = panels[0];
  const hasPassed = latest?.mean !== null && latest !== undefined && latest.mean >= latest.set.threshold;
  return (
    <>
      {(offered.length > 0 || moves.includes('change')) && (
        <div className="acts">
          {moves.includes('change') && (
            <LinkButton href={`/sang-kien/${id}/sua`} kind="second">
              {initiativeMoveText.change}
            </LinkButton>
          )}
          {offered.map((move) => (
            <Form key={move} version={version} hidden={{ viec: move }}>
              {isReviewing(move) && <NotAuthor interest={initiative.interest} error={undefined} />}
              <Button kind={move === 'withdraw' ? 'danger' : move === 'submit' ? 'primary' : 'second'}>
                {initiativeMoveText[move]}
              </Button>
            </Form>
          ))}
        </div>
      )}
      {moves.includes('return') && <Reasoned deed="return" {...own} />}
      {moves.includes('recognise') && level && hasPassed && <Recognise {...own} scopes={scopesAt(level)} />}
      {moves.includes('refuse') && <Reasoned deed="refuse" {...own} />}
      {moves.includes('decline') && <Reasoned deed="decline" {...own} />}
    </>
  );
}

type ReasonedProps = {
  readonly deed: 'return' | 'refuse' | 'decline';
  readonly version: number;
  readonly interest: Interest;
  readonly refused: Refused;
};

function Reasoned({ deed, version, interest, refused }: ReasonedProps) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, deed);
  return (
    <details open={isOpen}>
      <summary>{initiativeMoveText[deed]}</summary>
      <Form version={version} hidden={{ viec: deed }} errors={problems}>
        <Field
          type="textarea"
          rows={3}
          name="ly-do"
          label={said.reason}
          value={fields['ly-do']}
          error={errorAt('ly-do')}
        />
        <NotAuthor interest={interest} error={errorAt(notAuthorField)} />
        <Button kind="second">{initiativeMoveText[deed]}</Button>
      </Form>
    </details>
  );
}

type RecogniseProps = Omit<ReasonedProps, 'deed'> & {
  readonly scopes: ReturnType<typeof scopesAt>;
};

function Recognise({ version, interest, refused, scopes }: RecogniseProps) {
  const { fields, problems, errorAt } = formOf(refused, 'recognise');
  return (
    <section>
      <h2>{said.decide}</h2>
      <p>{said.decideLead}</p>
      <Form version={version} hidden={{ viec: 'recognise' }} errors={problems}>
        <Field
          name="number"
          label={said.decisionNumber}
          hint={said.decisionNumberHint}
          width="medium"
          value={fields['number']}
          error={errorAt('number')}
        />
        <Field type="date" name="date" label={said.decisionDate} value={fields['date']} error={errorAt('date')} />
        <Field
          type="select"
          name="scope"
          label={said.scope}
          blank={null}
          value={fields['scope']}
          options={scopes.map((value) => ({ value, label: scopeText[value] }))}
          error={errorAt('scope')}
        />
        <NotAuthor interest={interest} error={errorAt(notAuthorField)} />
        <Button>{initiativeMoveText.recognise}</Button>
      </Form>
    </section>
  );
}
