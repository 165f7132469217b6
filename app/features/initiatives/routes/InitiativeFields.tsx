import { Field } from '../../../ui/Field.tsx';
import type { AuthorChoice, SchemeChoice } from '../choices.server.ts';
import { partName, rowsToDraw } from '../initiative-form.ts';
import type { TypedAuthor, TypedEffect } from '../initiative.ts';
import { initiativeKinds } from '../initiative.ts';
import { authorFieldText, effectFieldText, fieldText, initiativesText as said, kindText } from '../text.ts';

type Props = {
  readonly fields: Readonly<Record<string, string>>;
  readonly schemes: readonly SchemeChoice[];
  /** Who could be an author with an account. */
  readonly people: readonly AuthorChoice[];
  readonly errorAt: (name: string) => string | undefined;
};

const hints = {
  problem: said.problemHint,
  novelty: said.noveltyHint,
  effect: said.effectHint,
} as const;

export function InitiativeFields(props: Props) {
  const { fields, schemes, errorAt } = props;
  const usual = (name: string) => ({ name, value: fields[name], error: errorAt(name) });
  return (
    <>
      <Field
        type="select"
        {...usual('kind')}
        label={fieldText.kind}
        options={initiativeKinds.map((value) => ({ value, label: kindText[value] }))}
      />
      <Field {...usual('title')} label={fieldText.title} width="long" />
      <Field {...usual('year')} label={fieldText.year} width="short" />
      <Field
        type="select"
        {...usual('gan-voi')}
        label={said.serves}
        hint={said.servesHint}
        blank={said.none}
        options={schemes.map(({ code, name, criteria }) => ({
          label: `${code} ${name}`,
          options: [
            { value: code, label: said.wholeScheme(code, name) },
            ...criteria.map((each) => ({ value: each.code, label: `${each.code} ${cut(each.wording)}` })),
          ],
        }))}
      />
      {(['problem', 'novelty', 'effect'] as const).map((name) => (
        <Field key={name} type="textarea" rows={6} {...usual(name)} label={fieldText[name]} hint={hints[name]} />
      ))}
      <Effects {...props} />
      <Field type="textarea" rows={2} {...usual('appliedAt')} label={fieldText.appliedAt} hint={said.appliedHint} />
      <Authors {...props} />
    </>
  );
}

function Effects({ fields, errorAt }: Props) {
  const cell = (effect: number, field: keyof TypedEffect) => {
    const name = partName({ effect, field });
    return { name, value: fields[name], error: errorAt(name), label: effectFieldText[field] };
  };
  return (
    <fieldset className="field">
      <legend>{said.effects}</legend>
      <p className="hint">{said.effectsHint}</p>
      {rowsToDraw(fields, 'so', 2).map((row) => (
        <div key={row} className="row-fields" role="group" aria-label={said.effectRow(row + 1)}>
          <Field {...cell(row, 'what')} width="medium" />
          <Field {...cell(row, 'unitOfMeasure')} width="short" />
          <Field type="number-vi" {...cell(row, 'before')} />
          <Field type="number-vi" {...cell(row, 'after')} />
        </div>
      ))}
    </fieldset>
  );
}

function Authors({ fields, people, errorAt }: Props) {
  const cell = (author: number, field: keyof TypedAuthor) => {
    const name = partName({ author, field });
    return { name, value: fields[name], error: errorAt(name), label: authorFieldText[field] };
  };
  return (
    <fieldset className="field">
      <legend>{said.authors}</legend>
      <p className="hint">{said.authorsHint}</p>
      {people.length > 0 && <p className="hint">{said.accountHint}</p>}
      {rowsToDraw(fields, 'tac-gia', 2).map((row) => (
        <div key={row} className="row-fields" role="group" aria-label={said.authorRow(row + 1)}>
          <Field {...cell(row, 'name')} width="medium" />
          <Field {...cell(row, 'place')} width="medium" />
          <Field type="number-vi" unit="%" {...cell(row, 'share')} />
          {people.length > 0 && (
            <Field
              type="select"
              {...cell(row, 'person')}
              width="medium"
              blank={said.noAccount}
              options={people.map(({ id, name, unitName }) => ({ value: id, label: `${name}, ${unitName}` }))}
            />
          )}
        </div>
      ))}
    </fieldset>
  );
}

function cut(wording: string): string {
  return wording.length > 90 ? `${wording.slice(0, 88)}…` : wording;
}
