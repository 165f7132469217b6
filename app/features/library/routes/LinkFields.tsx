import { Field } from '../../../ui/Field.tsx';
import { relations } from '../document.ts';
import type { ListedDocument } from '../reading.server.ts';
import { libraryText as said } from '../text.ts';

type Props = {
  readonly fields: Readonly<Record<string, string>>;
  readonly errorAt: (name: string) => string | undefined;
  readonly others: readonly Pick<ListedDocument, 'code' | 'number' | 'title'>[];
  readonly optional?: boolean;
};

/** What a document does, and to which. */
export function LinkFields({ fields, errorAt, others, optional = false }: Props) {
  return (
    <>
      <Field
        type="select"
        name="quan-he"
        label={said.relationOf}
        value={fields['quan-he']}
        options={relations.map((value) => ({ value, label: said.relation(value, true) }))}
        optional={optional}
      />
      <Field
        type="select"
        name="van-ban"
        label={said.other}
        value={fields['van-ban']}
        error={errorAt('van-ban')}
        options={others.map(({ code, number, title }) => ({
          value: code,
          label: number === '' ? title : `${number} · ${title}`,
        }))}
        optional={optional}
      />
    </>
  );
}
