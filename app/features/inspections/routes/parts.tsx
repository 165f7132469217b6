import { Field } from '../../../ui/Field.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { memberName, partIn, partName, rowsFor } from '../form.ts';
import { memberParts } from '../inspection.ts';
import { fieldText, inspectionsText, memberPartText } from '../text.ts';
import type { ProblemShown } from '../text.ts';
import type { InspectionField } from '../typed.ts';

export type Refused<Deed = string> =
  | {
      readonly fields: Readonly<Record<string, string>>;
      readonly deed: Deed;
      readonly isRace: boolean;
      readonly problems: readonly ProblemShown[];
    }
  | undefined;

/** What was typed into the form of this deed, when it was refused. */
export function mineOf<Deed>(refused: Refused<Deed>, deed: Deed): Refused<Deed> {
  return refused?.deed === deed ? refused : undefined;
}

export function errorIn(problems: readonly ProblemShown[] | undefined, name: string): string | undefined {
  return problems?.find(({ field }) => field === name)?.message;
}

type TypedProps = {
  readonly name: InspectionField;
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly ProblemShown[] | undefined;
  readonly type?: 'text' | 'date' | 'textarea';
  readonly rows?: number;
  readonly optional?: boolean;
  readonly hint?: string;
  readonly label?: string;
  /** Where two forms of a page have a field of this name. */
  readonly id?: string;
};

/** One field of this feature, with its word, what was typed and what is wrong about it. */
export function Typed({ name, fields, problems, type = 'text', rows, label = fieldText[name], ...rest }: TypedProps) {
  const shared = { name, label, value: fields[name] ?? '', error: errorIn(problems, name), ...rest };
  if (type === 'textarea') return <Field {...shared} type="textarea" rows={rows ?? 5} />;
  return <Field {...shared} type={type} width={type === 'date' ? 'short' : 'long'} />;
}

export function InspectionTabs({ current }: { readonly current: keyof typeof inspectionsText.tabs }) {
  const hrefs = { inspections: '/kiem-tra', programmes: '/kiem-tra/chuong-trinh', findings: '/kiem-tra/ton-tai' };
  const keys = ['inspections', 'programmes', 'findings'] as const;
  return (
    <Tabs
      tabs={keys.map((key) => ({ label: inspectionsText.tabs[key], href: hrefs[key], current: key === current }))}
    />
  );
}

type PlanProps = {
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly ProblemShown[] | undefined;
  readonly isOutside: boolean;
  readonly colleagues: readonly string[];
};

/** What is planned of an inspection, for whichever unit. */
export function PlannedFields({ fields, problems, isOutside, colleagues }: PlanProps) {
  const all = { fields, problems };
  return (
    <>
      <Typed {...all} name="title" />
      {isOutside && <Typed {...all} name="outsideReason" type="textarea" rows={2} />}
      <Typed {...all} name="content" type="textarea" hint={inspectionsText.contentHint} />
      <Typed {...all} name="firstDay" type="date" />
      <Typed {...all} name="lastDay" type="date" />
      <TeamFields fields={fields} problems={problems} colleagues={colleagues} />
    </>
  );
}

function TeamFields({ fields, problems, colleagues }: Omit<PlanProps, 'isOutside'>) {
  return (
    <fieldset className="field">
      <legend>{inspectionsText.team}</legend>
      <p className="hint">{inspectionsText.teamHint}</p>
      {Array.from({ length: rowsFor(fields) }, (_, at) => (
        <div key={at} className="row-fields">
          <Field
            name={memberName(at)}
            label={inspectionsText.memberName(at + 1)}
            value={fields[memberName(at)]}
            error={at === 0 ? errorIn(problems, 'member') : undefined}
            list={colleagues}
            width="medium"
            optional={at > 0}
          />
          <Field
            type="select"
            name={partName(at)}
            label={inspectionsText.memberPart(at + 1)}
            blank={null}
            value={partIn(fields, at)}
            options={memberParts.map((value) => ({ value, label: memberPartText[value] }))}
            width="short"
          />
        </div>
      ))}
    </fieldset>
  );
}
