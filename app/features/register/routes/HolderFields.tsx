import { Field } from '../../../ui/Field.tsx';
import type { Holder as HolderKind } from '../../awards/award.ts';
import { holders as kinds } from '../../awards/award.ts';
import type { HolderField } from '../holder.ts';
import { genders, groupsOf, yesNoWords } from '../holder.ts';
import type { UnitChoice } from '../../organisation/units-below.server.ts';
import {
  genderText,
  groupName,
  holderFieldText,
  holderHints,
  holderKindText,
  onlyFor,
  registerText as said,
  yesNoText,
} from '../text.ts';

type Props = {
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly units: readonly UnitChoice[];
  /** Settled once the holder is there. */
  readonly kind?: HolderKind;
  readonly errorAt: (name: string) => string | undefined;
};

/** All fields stand there without script; what is for other kinds only says so and is left out. */
export function HolderFields({ fields, units, kind, errorAt }: Props) {
  const usual = (name: HolderField) => ({
    name,
    label: holderFieldText[name],
    value: fields[name],
    error: errorAt(name),
    hint: holderHints[name],
    ...(onlyFor[name] !== undefined && kind === undefined && { note: `(${onlyFor[name]})` }),
  });
  const choice = (name: HolderField, options: readonly { readonly value: string; readonly label: string }[]) => (
    <Field type="select" {...usual(name)} blank={said.unknown} options={options} />
  );
  const yesNo = yesNoWords.map((value) => ({ value, label: yesNoText[value] }));
  const isFor = (...of: readonly HolderKind[]) => kind === undefined || of.includes(kind);
  const groups = kind === undefined ? [...groupsOf.person, ...groupsOf.collective] : groupsOf[kind];
  return (
    <>
      {kind === undefined && (
        <Field
          type="select"
          {...usual('kind')}
          options={kinds.map((value) => ({ value, label: holderKindText[value] }))}
        />
      )}
      <Field {...usual('name')} width="long" />
      <Field
        type="select"
        {...usual('unit')}
        blank={null}
        options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
      {groups.length > 0 &&
        choice(
          'group',
          groups.map((value) => ({ value, label: groupName(value) })),
        )}
      {isFor('person') && (
        <>
          {choice(
            'gender',
            genders.map((value) => ({ value, label: genderText[value] })),
          )}
          <Field {...usual('birthYear')} width="short" />
          <Field {...usual('position')} width="long" />
          {choice('leader', yesNo)}
          {choice('direct', yesNo)}
          <Field {...usual('identity')} width="medium" autoComplete="off" />
        </>
      )}
      {isFor('collective') && <Field {...usual('foundedYear')} width="short" />}
      <Field {...usual('endedOn')} type="date" />
      <Field {...usual('source')} width="long" />
    </>
  );
}
