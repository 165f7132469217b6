import { Field } from '../../../ui/Field.tsx';
import { yesNoWords } from '../holder.ts';
import type { NoteField, NoteKind, NoteSpec } from '../note.ts';
import { fieldsOf } from '../note.ts';
import { noteFieldText, noteWord } from '../note.text.ts';
import { registerText as said } from '../text.ts';

type Props = {
  readonly kind: NoteKind;
  readonly fields: Readonly<Partial<Record<string, string>>>;
  /** The year, or the list that is whole, tells the note apart and stays. */
  readonly isKept: boolean;
  readonly errorAt: (name: string) => string | undefined;
};

export function NoteFields({ kind, fields, isKept, errorAt }: Props) {
  return fieldsOf(kind).map(([name, spec]) => {
    const usual = { name, label: noteFieldText[name], value: fields[name], error: errorAt(name) };
    if (isKept && (name === 'year' || name === 'fact'))
      return (
        <p key={name}>
          <input type="hidden" name={name} value={fields[name]} />
          {noteFieldText[name]}: <b>{name === 'fact' ? noteWord(kind, fields[name] ?? '') : fields[name]}</b>
        </p>
      );
    return <Typed key={name} kind={kind} spec={spec} usual={usual} />;
  });
}

type TypedProps = {
  readonly kind: NoteKind;
  readonly spec: NoteSpec;
  readonly usual: {
    readonly name: NoteField;
    readonly label: string;
    readonly value: string | undefined;
    readonly error: string | undefined;
  };
};

function Typed({ kind, spec, usual }: TypedProps) {
  const optional = 'optional' in spec && spec.optional === true;
  switch (spec.type) {
    case 'text':
      return <Field {...usual} optional={optional} width={spec.most > 100 ? 'long' : 'medium'} />;
    case 'date':
      return <Field type="date" {...usual} optional={optional} />;
    case 'year':
    case 'count':
      return <Field {...usual} optional={optional} width="short" />;
    case 'choice':
    case 'yesno': {
      const words = spec.type === 'choice' ? spec.words : yesNoWords;
      const options = words.map((value) => ({ value, label: noteWord(kind, value) }));
      return <Field type="select" {...usual} {...(optional && { blank: said.unknown })} options={options} />;
    }
  }
}
