/** The fields of the forms on units, drawn by name. */
import { Checkbox } from '../../../ui/Choices.tsx';
import type { FieldError } from '../../../ui/ErrorSummary.tsx';
import { Field } from '../../../ui/Field.tsx';
import { unitFields, unitHints } from '../page.text.ts';
import { communeTypeNames, unitKindNames } from '../text.ts';
import type { UnitChoice } from '../unit-queries.server.ts';
import type { UnitField, UnitTyped } from '../unit-form.ts';
import { communeTypes, unitKinds } from '../unit.ts';

export type UnitFormFieldsProps = {
  readonly names: readonly UnitField[];
  readonly typed: UnitTyped;
  readonly errors: readonly FieldError[];
  readonly choices?: readonly UnitChoice[];
  /** The unit itself: it is not offered as its own parent or successor. */
  readonly selfId?: string;
};

const optional: ReadonlySet<UnitField> = new Set([
  'shortName',
  'communeType',
  'officialCode',
  'validFrom',
  'successor1',
  'successor2',
  'successor3',
]);
const hints: Readonly<Partial<Record<UnitField, string>>> = unitHints;

export function UnitFormFields(props: UnitFormFieldsProps) {
  return props.names.map((name) => <OneField key={name} name={name} form={props} />);
}

function OneField({ name, form }: { readonly name: UnitField; readonly form: UnitFormFieldsProps }) {
  const shared = {
    name,
    label: unitFields[name],
    hint: hints[name],
    error: form.errors.find((error) => error.field === name)?.message,
    value: form.typed[name] ?? '',
    optional: optional.has(name),
  };
  switch (name) {
    case 'takesPart':
      return <Checkbox name={name} label={shared.label} checked={shared.value === 'on'} />;
    case 'kind':
      return (
        <Field
          {...shared}
          type="select"
          options={unitKinds.map((kind) => ({ value: kind, label: unitKindNames[kind] }))}
        />
      );
    case 'communeType':
      return (
        <Field
          {...shared}
          type="select"
          options={communeTypes.map((type) => ({ value: type, label: communeTypeNames[type] }))}
        />
      );
    case 'parentId':
    case 'successor1':
    case 'successor2':
    case 'successor3':
      return (
        <Field {...shared} type="select" options={groupsOf(form.choices ?? [], { selfId: form.selfId })} width="long" />
      );
    case 'validFrom':
    case 'from':
    case 'on':
      return <Field {...shared} type="date" width="short" />;
    case 'basis':
    case 'reason':
      return <Field {...shared} type="textarea" rows={2} />;
    case 'code':
    case 'officialCode':
      return <Field {...shared} width="medium" autoComplete="off" />;
    case 'name':
    case 'shortName':
      return <Field {...shared} width="long" autoComplete="off" />;
  }
}

/** Units by kind, the kinds in their own order. */
export function groupsOf(
  choices: readonly UnitChoice[],
  { selfId, by = 'id' }: { readonly selfId?: string | undefined; readonly by?: 'id' | 'code' } = {},
) {
  return unitKinds.flatMap((kind) => {
    const own = choices.filter((unit) => unit.kind === kind && unit.id !== selfId);
    const options = own.map((unit) => ({ value: unit[by], label: unit.name }));
    return options.length > 0 ? [{ label: unitKindNames[kind], options }] : [];
  });
}
