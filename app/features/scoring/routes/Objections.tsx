import { Actions, Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import { fieldId } from '../../../ui/scope.ts';
import type { CardLine, CardPage } from '../card-page.server.ts';
import type { CardDeed } from '../deeds.server.ts';
import type { Objection } from '../objection-list.server.ts';
import { sheetField } from '../sheet.ts';
import { cardMoveText, objectionStageText, objectionText, scoredText, scoringText } from '../text.ts';

type Props = {
  readonly page: CardPage;
  readonly objections: readonly Objection[];
  readonly newId: string;
  readonly refused: Refused<CardDeed>;
};

/** What the unit asks to be looked at again, each with its answer; and the forms of whoever files, answers or takes back. */
export function Objections({ page, objections, newId, refused }: Props) {
  const { moves, card } = page;
  if (objections.length === 0 && !moves.includes('object')) return null;
  return (
    <section>
      <h2>{objectionText.title}</h2>
      {card.objectionsUntil && <p className="muted">{objectionText.until(card.objectionsUntil)}</p>}
      {objections.length === 0 && <p className="muted">{objectionText.none}</p>}
      {objections.map((one) => (
        <One key={one.id} one={one} page={page} refused={refused} />
      ))}
      {moves.includes('object') && <File page={page} newId={newId} refused={refused} />}
    </section>
  );
}

type OneProps = { readonly one: Objection; readonly page: CardPage; readonly refused: Refused<CardDeed> };

function One({ one, page, refused }: OneProps) {
  const isOpen = one.stage === 'filed';
  return (
    <article>
      <h3>
        {one.code === null ? objectionText.wholeCard : objectionText.ofCriterion(one.code)}:{' '}
        {objectionStageText[one.stage]}
      </h3>
      <p className="said">{one.text}</p>
      <p className="muted">
        {scoringText.byWhom(one.filedName, null)}, {momentText(one.filedAt)}
      </p>
      {one.answer !== null && (
        <>
          <p className="said">{objectionText.answered(one.answer)}</p>
          <p className="muted">
            {scoringText.byWhom(one.answeredName, null)}, {one.answeredAt && momentText(one.answeredAt)}
          </p>
        </>
      )}
      {isOpen && page.moves.includes('withdraw_objection') && (
        <Form version={one.version} hidden={{ viec: 'withdraw', de_nghi: one.id }}>
          <Button kind="second" small>
            {objectionText.withdraw}
          </Button>
        </Form>
      )}
      {isOpen && page.moves.includes('answer') && <Answer one={one} page={page} refused={refused} />}
    </article>
  );
}

function Answer({ one, page, refused }: OneProps) {
  const { fields, problems, errorAt } = formOf(refused, 'answer', { de_nghi: one.id });
  const lines = (page.content?.lines ?? []).filter(
    (line) => line.one.kind !== 'group' && (one.code === null || line.one.code === one.code) && isScorable(line),
  );
  return (
    <Form
      version={one.version}
      hidden={{ viec: 'answer', de_nghi: one.id }}
      errors={problems}
      scope={one.id}
      guard={`tra-loi-${one.id}`}
    >
      <Choices
        kind="one"
        name="verdict"
        label={objectionText.verdict}
        value={fields['verdict'] ?? ''}
        error={errorAt('verdict')}
        options={(['upheld', 'dismissed'] as const).map((value) => ({
          value,
          label: objectionText.verdicts[value],
        }))}
      />
      <Field
        type="textarea"
        rows={3}
        name="answer"
        label={objectionText.answer}
        value={fields['answer'] ?? ''}
        error={errorAt('answer')}
      />
      {errorAt('points') && (
        <p className="wrong" id={fieldId('points', one.id)}>
          {errorAt('points')}
        </p>
      )}
      <p>
        <b>{objectionText.newPoints}</b> <span className="muted">{objectionText.newPointsHint}</span>
      </p>
      {lines.map((line) => (
        <Again key={line.one.code} line={line} at={one.id} fields={fields} errorAt={errorAt} />
      ))}
      <Actions>
        <Button>{cardMoveText.answer}</Button>
      </Actions>
    </Form>
  );
}

/** Where data stand nothing is typed. */
const isScorable = ({ one, measured }: CardLine) =>
  one.way !== 'data' || measured === null || measured.state === 'missing';

type AgainProps = {
  readonly line: CardLine;
  readonly at: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly errorAt: (name: string) => string | undefined;
};

function Again({ line: { one, standing }, at, fields, errorAt }: AgainProps) {
  const name = sheetField('points', one.code);
  const error = errorAt(name) ?? errorAt(sheetField('state', one.code)) ?? errorAt(sheetField('reason', one.code));
  const state = sheetField('state', one.code);
  return (
    <div className="row-fields">
      <Field
        type="number-vi"
        name={name}
        label={`${one.code} ${one.title}`}
        note={standing ? objectionText.standsNow(scoredText(standing.scored)) : undefined}
        value={fields[name] ?? ''}
        error={error}
      />
      <div className="choice">
        <input
          type="checkbox"
          id={fieldId(state, at)}
          name={state}
          value="not_applicable"
          defaultChecked={fields[state] === 'not_applicable'}
        />
        <label htmlFor={fieldId(state, at)}>{scoringText.doesNotApply}</label>
      </div>
    </div>
  );
}

function File({ page, newId, refused }: Omit<Props, 'objections'>) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'object');
  const criteria = (page.content?.lines ?? []).filter(({ one }) => one.kind !== 'group');
  return (
    <details open={isOpen}>
      <summary>{cardMoveText.object}</summary>
      <Form
        hidden={{ viec: 'object', moi: fields['moi'] ?? newId }}
        errors={problems}
        guard={`de-nghi-${page.card.id}`}
      >
        <Field
          type="select"
          name="code"
          label={scoringText.criterion}
          blank={objectionText.wholeCard}
          value={fields['code'] ?? ''}
          error={errorAt('code')}
          options={criteria.map(({ one }) => ({ value: one.code, label: `${one.code} ${one.title}` }))}
        />
        <Field
          type="textarea"
          rows={4}
          name="text"
          label={objectionText.text}
          hint={objectionText.textHint}
          value={fields['text'] ?? ''}
          error={errorAt('text')}
        />
        <Actions>
          <Button>{cardMoveText.object}</Button>
        </Actions>
      </Form>
    </details>
  );
}
