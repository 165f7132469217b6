import { Field } from '../../../ui/Field.tsx';
import type { Holder as HolderKind } from '../../awards/award.ts';
import { AWARDS } from '../../awards/award.ts';
import { awardKinds } from '../../awards/standards/case.ts';
import type { HonourField } from '../honour.ts';
import { awardKindText, honourFieldText, honoursText as said } from '../text.ts';

type Props = {
  readonly fields: Readonly<Partial<Record<string, string>>>;
  /** Awards for it alone are offered; all where it is not known yet. */
  readonly kind: HolderKind | undefined;
  readonly errorAt: (name: string) => string | undefined;
};

/** Names are those of the command, but for what a new holder's fields are called too: these begin with `kt-`. */
export const honourFieldName = (field: HonourField) => `kt-${field}`;

export function HonourFields({ fields, kind, errorAt }: Props) {
  const usual = (field: HonourField) => ({
    name: honourFieldName(field),
    label: honourFieldText[field],
    value: fields[honourFieldName(field)],
    error: errorAt(honourFieldName(field)),
  });
  const awards = AWARDS.filter(({ holders }) => kind === undefined || holders.includes(kind));
  return (
    <>
      <Field
        type="select"
        {...usual('award')}
        options={awards.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Field {...usual('year')} width="short" />
      <Field
        type="select"
        {...usual('kind')}
        blank={said.unknownKind}
        options={awardKinds.map((value) => ({ value, label: awardKindText[value] }))}
      />
      <Field {...usual('number')} width="medium" />
      <Field type="date" {...usual('date')} />
      <Field {...usual('decidedBy')} width="long" />
      <Field {...usual('goldenBook')} width="medium" optional />
      <Field type="textarea" rows={3} {...usual('achievement')} optional />
      <Field {...usual('source')} width="long" hint={said.sourceHint} />
    </>
  );
}
