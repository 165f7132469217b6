import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { LetterPage } from '../letter-page.server.ts';
import { letterFieldText, letterMoveText, lettersText } from '../letter.text.ts';
import type { RefusedLetter } from './LetterForm.tsx';
import { letterErrors } from './LetterForm.tsx';

/** What may be done with a draft besides editing it, each with what will happen. */
export function LetterDeeds({ letter, refused }: { readonly letter: LetterPage; readonly refused: RefusedLetter }) {
  const { version, moves } = letter;
  const mine = refused?.deed === 'issue' ? refused : undefined;
  const errors = letterErrors(mine);
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <>
      {moves.includes('refresh') && letter.fulfilled > 0 && (
        <Form version={version} hidden={{ viec: 'refresh' }}>
          <Button kind="second">{letterMoveText.refresh}</Button>
        </Form>
      )}
      {moves.includes('issue') && (
        <details open={mine !== undefined}>
          <summary>{lettersText.issueTitle}</summary>
          <p>{lettersText.issueWhat}</p>
          <Form version={version} hidden={{ viec: 'issue' }} errors={errors}>
            <Field
              name="number"
              label={letterFieldText.number}
              value={mine?.fields['number']}
              error={errorAt('number')}
              width="short"
            />
            <Field
              type="date"
              name="signedOn"
              label={letterFieldText.signedOn}
              value={mine?.fields['signedOn']}
              error={errorAt('signedOn')}
            />
            <Button>{letterMoveText.issue}</Button>
          </Form>
        </details>
      )}
      {moves.includes('withdraw') && (
        <details>
          <summary>{lettersText.withdrawTitle}</summary>
          <p>{lettersText.withdrawWhat}</p>
          <Form version={version} hidden={{ viec: 'withdraw' }}>
            <Button kind="danger">{letterMoveText.withdraw}</Button>
          </Form>
        </details>
      )}
    </>
  );
}
