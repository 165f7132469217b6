import { Field } from '../../../ui/Field.tsx';
import type { About, Body } from '../choices.server.ts';
import type { ProblemShown } from '../text.ts';
import { fieldText, inspectionsText } from '../text.ts';
import { errorIn, Typed } from './parts.tsx';

type Props = {
  readonly fields: Readonly<Record<string, string>>;
  readonly problems: readonly ProblemShown[] | undefined;
  readonly years: readonly string[];
  readonly schemes: readonly About[];
  /** Nothing to choose where the programme is there already. */
  readonly bodies?: readonly Body[];
};

export function ProgrammeFields({ fields, problems, years, schemes, bodies }: Props) {
  return (
    <>
      {bodies && (
        <Field
          type="select"
          name="body"
          label={inspectionsText.body}
          blank={null}
          value={fields['body']}
          options={bodies.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <Field
        type="select"
        name="year"
        label={fieldText.year}
        blank={null}
        value={fields['year']}
        options={years.map((value) => ({ value, label: value }))}
        error={errorIn(problems, 'year')}
        width="short"
      />
      {schemes.length > 0 && (
        <Field
          type="select"
          name="scheme"
          label={fieldText.scheme}
          blank={inspectionsText.noScheme}
          hint={inspectionsText.schemeHint}
          value={fields['scheme']}
          options={schemes.map(({ key, name }) => ({ value: key, label: name }))}
          error={errorIn(problems, 'scheme')}
          optional
        />
      )}
      <Typed name="title" fields={fields} problems={problems} />
      <Typed name="purpose" fields={fields} problems={problems} type="textarea" />
    </>
  );
}
