import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { sizeText } from '../../../platform/files/text.ts';
import { answers } from '../opinion.ts';
import type { RequestMove } from '../procedure.ts';
import type { RequestRow } from '../request-case.server.ts';
import { answerText, appraisalText as said } from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from '../../../ui/refused.ts';

type Props = {
  readonly row: RequestRow;
  readonly moves: readonly RequestMove[];
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
  readonly refused: Refused;
};

export function RequestForms({ row, moves, files, refused }: Props) {
  const entering = moves.includes('enter') ? 'enter' : moves.includes('answer') ? 'answer' : undefined;
  return (
    <>
      {entering && <AnswerForm row={row} deed={entering} refused={refused} />}
      <section>
        <h2>{said.files}</h2>
        {files.length === 0 ? (
          <p className="muted">{said.noFiles}</p>
        ) : (
          <ul>
            {files.map(({ id, name, size }) => (
              <li key={id}>
                <a href={`/khen-thuong/tham-dinh/y-kien/tep/${id}`}>{name}</a> <small>{sizeText(size)}</small>
              </li>
            ))}
          </ul>
        )}
        {moves.includes('file') && <FileForm refused={refused} />}
      </section>
      {moves.includes('letter') && <LetterForm row={row} refused={refused} />}
    </>
  );
}

type FormProps = Pick<Props, 'row' | 'refused'>;

function AnswerForm({ row, deed, refused }: FormProps & { readonly deed: 'answer' | 'enter' }) {
  const { fields, problems, errorAt } = formOf(refused, deed);
  const isOutside = deed === 'enter';
  return (
    <section>
      <h2>{said.requestAnswer}</h2>
      <Form version={row.version} hidden={{ viec: deed }} errors={problems} guard={`y-kien-${row.id}-${row.version}`}>
        <Field
          type="select"
          name="answer"
          label={said.answer}
          blank={said.noVerdict}
          value={fields['answer'] ?? row.answer ?? ''}
          options={answers.map((value) => ({ value, label: answerText[value] }))}
          error={errorAt('answer')}
        />
        <Field
          type="textarea"
          rows={4}
          name="words"
          label={said.answerWords}
          hint={said.answerWordsHint}
          value={fields['words'] ?? row.answerText ?? ''}
          error={errorAt('words')}
        />
        <Field
          name="number"
          label={said.answerNumber}
          width="medium"
          optional={!isOutside}
          value={fields['number'] ?? row.answerNumber ?? ''}
          error={errorAt('number')}
        />
        <Field
          type="date"
          name="date"
          label={said.answerDate}
          optional={!isOutside}
          value={fields['date'] ?? row.answerDate ?? ''}
          error={errorAt('date')}
        />
        <Button>{isOutside ? said.enterVerb : said.answerVerb}</Button>
      </Form>
    </section>
  );
}

function FileForm({ refused }: Pick<Props, 'refused'>) {
  const { problems, errorAt } = formOf(refused, 'file');
  return (
    <Form multipart hidden={{ viec: 'file' }} errors={problems}>
      <Field type="file" name="tep" label={said.file} error={errorAt('tep')} />
      <Button kind="second">{said.attach}</Button>
    </Form>
  );
}

function LetterForm({ row, refused }: FormProps) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'letter');
  return (
    <details open={isOpen}>
      <summary>{said.letterVerb}</summary>
      <Form version={row.version} hidden={{ viec: 'letter' }} errors={problems} scope="letter">
        <Field
          name="number"
          label={said.letterNumber}
          width="medium"
          value={fields['number'] ?? row.letterNumber ?? ''}
          error={errorAt('number')}
        />
        <Field
          type="date"
          name="date"
          label={said.letterDate}
          value={fields['date'] ?? row.letterDate ?? ''}
          error={errorAt('date')}
        />
        <Button kind="second">{said.letterVerb}</Button>
      </Form>
    </details>
  );
}
