import type { ReactNode } from 'react';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { LetterPage } from '../letter-page.server.ts';
import {
  authorityText,
  letterFieldText,
  letterHints,
  letterMoveText,
  letterProblemText,
  lettersText,
} from '../letter.text.ts';
import type { LetterField, LetterMove, WrongField } from '../letter.ts';
import { authorities, letterFieldNames, letterFields } from '../letter.ts';
import type { LetterRefusal } from '../letters.server.ts';

export type RefusedLetter =
  | {
      readonly fields: Readonly<Record<string, string>>;
      readonly deed: LetterMove | undefined;
      readonly refusal: LetterRefusal;
      readonly message: string;
    }
  | undefined;

const texts: readonly LetterField[] = ['addressees', 'opening', 'closing', 'recipients'];
const inHead: readonly LetterField[] = ['issuerParent', 'issuer', 'symbol', 'place', 'about'];
const signing: readonly LetterField[] = ['authorityOf', 'office', 'signer', 'archive'];

/** What is wrong, by field, of the deed that was refused. */
export function letterErrors(refused: { readonly refusal: LetterRefusal } | undefined) {
  if (refused?.refusal.kind !== 'letter_wrong') return [];
  return refused.refusal.problems.map(({ field, problem }) => ({
    field,
    label: letterFieldText[field],
    message: letterProblemText(problem),
  }));
}

export function LetterForm({ letter, refused }: { readonly letter: LetterPage; readonly refused: RefusedLetter }) {
  const mine = refused?.deed === 'change' ? refused : undefined;
  const errors = letterErrors(mine);
  const typed = (field: LetterField) => mine?.fields[field] ?? letter.content[field];
  const errorAt = (field: WrongField) => errors.find((error) => error.field === field)?.message;
  const fieldOf = (field: LetterField): ReactNode => (
    <Field
      key={field}
      {...(texts.includes(field) ? { type: 'textarea', rows: field === 'recipients' ? 3 : 5 } : {})}
      name={field}
      label={letterFieldText[field]}
      hint={letterHints[field]}
      value={typed(field)}
      error={errorAt(field)}
      optional={letterFields[field].needed === null}
      width={texts.includes(field) ? undefined : 'long'}
    />
  );
  return (
    <Form version={letter.version} hidden={{ viec: 'change' }} errors={errors} guard={`cong-van-${letter.id}`}>
      <h2>{lettersText.content}</h2>
      {mine?.refusal.kind === 'lost_race' && (
        <Compare
          fields={letterFieldNames
            .filter((field) => typed(field) !== letter.content[field])
            .map((field) => ({ label: letterFieldText[field], mine: typed(field), theirs: letter.content[field] }))}
        />
      )}
      {inHead.map(fieldOf)}
      {texts.map(fieldOf)}
      <h2>{lettersText.signing}</h2>
      <Field
        type="select"
        name="authority"
        label={letterFieldText.authority}
        blank={null}
        value={mine?.fields['authority'] ?? letter.content.authority}
        options={authorities.map((value) => ({ value, label: authorityText[value] }))}
        error={errorAt('authority')}
      />
      {signing.map(fieldOf)}
      <Actions>
        <Button>{letterMoveText.change}</Button>
      </Actions>
    </Form>
  );
}
