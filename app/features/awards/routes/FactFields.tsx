import { Checkbox } from '../../../ui/Choices.tsx';
import type { Option } from '../../../ui/Field.tsx';
import { Field } from '../../../ui/Field.tsx';
import { factStates } from '../award.ts';
import {
  choiceFieldName,
  FACT_FIELDS,
  factFieldName,
  isListKind,
  lineFieldName,
  mostLines,
} from '../law/fact-fields.ts';
import type { FactField, FactKind } from '../law/fact-fields.ts';
import { CHOICE, factFieldText, formText as said } from '../law/form.text.ts';
import { STATE_MARK, WHEN_MISSING } from '../law/law.text.ts';
import { whenMissing } from '../law/provision.ts';
import { tryText } from '../try.text.ts';

type Usual = (name: string) => {
  readonly name: string;
  readonly value: string | undefined;
  readonly error: string | undefined;
};
type FactFieldsProps = { readonly kind: FactKind; readonly usual: Usual; readonly sets: readonly Option[] };

const states = factStates.map((value) => ({ value, label: STATE_MARK[value] }));

/** The fields of what is no rule, by the table of its kind. */
export function FactFields({ kind, usual, sets }: FactFieldsProps) {
  return (
    <fieldset className="field">
      <legend>{said.content}</legend>
      {isListKind(kind) ? (
        <Lines kind={kind} usual={usual} />
      ) : (
        FACT_FIELDS[kind].map((field) => <One key={field.name} field={field} usual={usual} sets={sets} />)
      )}
    </fieldset>
  );
}

function One({ field, usual, sets }: Omit<FactFieldsProps, 'kind'> & { readonly field: FactField }) {
  const { as, optional, options = [] } = field;
  const shared = { ...usual(factFieldName(field.name)), label: factFieldText(field), optional };
  const yesNo = [
    { value: 'co', label: tryText.yes },
    { value: 'khong', label: tryText.no },
  ];
  switch (as) {
    case 'flag':
      return <Field type="select" {...shared} options={yesNo} />;
    case 'unknown_flag':
      return <Field type="select" {...shared} options={yesNo} blank={said.unknown} />;
    case 'choice':
      return (
        <Field
          type="select"
          {...shared}
          options={options.map((value) => ({ value, label: CHOICE[value] ?? STATE_MARK[value as 'read'] }))}
        />
      );
    case 'choices':
      return <Boxes field={field} usual={usual} />;
    case 'set':
      return <Field type="select" {...shared} options={sets} />;
    case 'text':
      return <Field {...shared} width="long" />;
    case 'percent':
    case 'days':
    case 'count':
    case 'money':
    case 'coefficient':
      return <Field {...shared} width="short" />;
  }
}

function Boxes({ field, usual }: { readonly field: FactField; readonly usual: Usual }) {
  return (
    <fieldset className="field">
      <legend>{factFieldText(field)}</legend>
      {(field.options ?? []).map((option) => {
        const { name, value, error } = usual(choiceFieldName(field.name, option));
        return (
          <Checkbox key={name} name={name} label={CHOICE[option] ?? option} error={error} checked={value === 'on'} />
        );
      })}
    </fieldset>
  );
}

const missing = whenMissing.map((value) => ({ value, label: WHEN_MISSING[value] }));

function Lines({ kind, usual }: Pick<FactFieldsProps, 'kind' | 'usual'>) {
  const filled = Array.from({ length: mostLines }, (_, at) => at + 1).filter(
    (n) => usual(lineFieldName('what', n)).value,
  );
  const count = Math.min(mostLines, (filled.at(-1) ?? 0) + 3);
  return Array.from({ length: count }, (_, at) => at + 1).map((n) => (
    <div key={n} className="row-fields" role="group" aria-label={said.line(n)}>
      <Field type="textarea" rows={2} {...usual(lineFieldName('what', n))} label={said.what} width="medium" />
      <Field {...usual(lineFieldName('article', n))} label={said.article} />
      <Field {...usual(lineFieldName('source', n))} label={said.source} />
      <Field type="select" {...usual(lineFieldName('state', n))} label={said.state} options={states} />
      {kind === 'papers' && (
        <Field
          type="select"
          {...usual(lineFieldName('missing', n))}
          label={said.whenMissing}
          blank={said.missingDefault}
          options={missing}
        />
      )}
    </div>
  ));
}
