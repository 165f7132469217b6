import { Field } from '../../../ui/Field.tsx';
import type { Colleague } from '../team.server.ts';
import type { ProblemShown } from '../text.ts';
import { fieldText, inspectionsText } from '../text.ts';
import { errorIn, Typed } from './parts.tsx';

type Props = {
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly ProblemShown[] | undefined;
  readonly owners: readonly Colleague[];
};

/** What is amiss, the remedy asked, by when, and who sees to it. */
export function FindingFields({ fields, problems, owners }: Props) {
  const all = { fields, problems };
  return (
    <>
      <Typed {...all} name="statement" type="textarea" rows={4} />
      <Typed {...all} name="remedy" type="textarea" rows={4} />
      <Typed {...all} name="dueOn" type="date" hint={inspectionsText.dueHint} />
      <Field
        type="select"
        name="owner"
        label={fieldText.owner}
        blank={inspectionsText.noOwner}
        value={fields['owner']}
        options={owners.map(({ id, name }) => ({ value: id, label: name }))}
        error={errorIn(problems, 'owner')}
        optional
      />
    </>
  );
}
