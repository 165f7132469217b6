import { Field } from '../../../ui/Field.tsx';
import { unitKindNames } from '../../organisation/text.ts';
import type { UnitKind } from '../../organisation/unit.ts';
import type { About, Body } from '../choices.server.ts';
import type { ListedProgramme } from '../list.server.ts';
import type { Target } from '../targets.server.ts';
import type { ProblemShown } from '../text.ts';
import { fieldText, inspectionsText } from '../text.ts';
import { errorIn, PlannedFields } from './parts.tsx';

type Props = {
  readonly programme: ListedProgramme | undefined;
  readonly bodies: readonly Body[];
  readonly targets: readonly Target[];
  readonly names: readonly string[];
  readonly abouts: readonly About[];
  readonly fields: Readonly<Record<string, string>>;
  readonly units: readonly string[];
  readonly problems: readonly ProblemShown[] | undefined;
};

/** Which units, what about, when and by whom. */
export function NewInspectionFields(props: Props) {
  const { programme, bodies, names, abouts, fields, problems } = props;
  return (
    <>
      {bodies.length > 0 && (
        <Field
          type="select"
          name="body"
          label={inspectionsText.by}
          blank={null}
          value={fields['body']}
          options={bodies.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      {!programme?.schemeCode && (
        <Field
          type="select"
          name="about"
          label={fieldText.about}
          blank={inspectionsText.noAbout}
          value={fields['about']}
          options={abouts.map(({ key, name }) => ({ value: key, label: name }))}
          error={errorIn(problems, 'about')}
          optional
        />
      )}
      <UnitFields {...props} />
      <PlannedFields fields={fields} problems={problems} isOutside={programme === undefined} colleagues={names} />
    </>
  );
}

const places = 4;

/** A few selects under one name: one for most, more where the same visit goes on. */
function UnitFields({ targets, units, problems }: Props) {
  const kinds = Map.groupBy(targets, ({ kind }) => kind);
  const groups = [...kinds].map(([kind, some]) => ({
    label: unitKindNames[kind as UnitKind],
    options: some.map(({ id, name }) => ({ value: id, label: name })),
  }));
  return Array.from({ length: places }, (_, at) => (
    <Field
      key={at}
      id={at === 0 ? undefined : `o-unit-${at}`}
      type="select"
      name="unit"
      label={at === 0 ? fieldText.unit : inspectionsText.moreUnit(at + 1)}
      hint={at === 0 ? inspectionsText.unitHint : undefined}
      value={units[at] ?? ''}
      options={groups}
      error={at === 0 ? errorIn(problems, 'unit') : undefined}
      optional={at > 0}
    />
  ));
}
