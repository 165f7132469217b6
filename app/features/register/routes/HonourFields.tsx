import { Field } from '../../../ui/Field.tsx';
import type { Holder as HolderKind } from '../../awards/award.ts';
import { allAwards } from '../../awards/award.ts';
import { awardOptions } from '../../awards/text.ts';
import { awardKinds } from '../../awards/standards/case.ts';
import type { HonourField } from '../honour.ts';
import { awardKindText, honourFieldText, honoursText as said } from '../text.ts';

type Props = {
  readonly fields: Readonly<Partial<Record<string, string>>>;
  /** Awards for it alone are offered; all where it is not known yet. */
  readonly kind: HolderKind | undefined;
  readonly errorAt: (name: string) => string | undefined;
  /** Only what was copied from the paper of the decision: of an award whose dossier says the rest. */
  readonly isPaperOnly?: boolean;
};

/** Names are those of the command, but for what a new holder's fields are called too: these begin with `kt-`. */
export const honourFieldName = (field: HonourField) => `kt-${field}`;

export function HonourFields({ fields, kind, errorAt, isPaperOnly = false }: Props) {
  const usual = (field: HonourField) => ({
    name: honourFieldName(field),
    label: honourFieldText[field],
    value: fields[honourFieldName(field)],
    error: errorAt(honourFieldName(field)),
  });
  return (
    <>
      {!isPaperOnly && <WhatWasGiven kind={kind} usual={usual} />}
      <Field {...usual('number')} width="medium" />
      <Field type="date" {...usual('date')} />
      <Field {...usual('decidedBy')} width="long" />
      <Field {...usual('goldenBook')} width="medium" optional />
      {!isPaperOnly && <Field type="textarea" rows={3} {...usual('achievement')} optional />}
      <Field {...usual('source')} width="long" hint={said.sourceHint} optional={isPaperOnly} />
    </>
  );
}

type Usual = (field: HonourField) => {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly error: string | undefined;
};

function WhatWasGiven({ kind, usual }: Pick<Props, 'kind'> & { readonly usual: Usual }) {
  const awards = allAwards().filter(({ holders }) => kind === undefined || holders.includes(kind));
  return (
    <>
      <Field type="select" {...usual('award')} options={awardOptions(awards)} />
      <Field {...usual('year')} width="short" />
      <Field
        type="select"
        {...usual('kind')}
        blank={said.unknownKind}
        options={awardKinds.map((value) => ({ value, label: awardKindText[value] }))}
      />
    </>
  );
}
