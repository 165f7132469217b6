import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { parkedText } from '../routes/text.ts';
import { type ParkedForm, typedParts } from './parkable.ts';

/** What was typed, to be read and copied, and a form that sends it once more to where it wanted to go. */
export function SendAgain({ form }: { readonly form: ParkedForm }) {
  return (
    <>
      <h2>{parkedText.typed}</h2>
      <ul className="typed">
        {typedParts(form).map((part, at) => (
          <li key={`${String(at)} ${part}`}>{inLines(part)}</li>
        ))}
      </ul>
      <Notice kind="info">{parkedText.files}</Notice>
      <form method="post" action={form.path} className="form">
        {form.fields.map(([name, value], at) => (
          <input key={`${String(at)} ${name}`} type="hidden" name={name} value={value} />
        ))}
        <Actions>
          <Button>{parkedText.sendAgain}</Button>
          <LinkButton href={form.path} kind="second">
            {parkedText.openPage}
          </LinkButton>
        </Actions>
      </form>
    </>
  );
}

function inLines(text: string) {
  return text.split(/\r?\n/).map((line, at) => (
    <span key={`${String(at)} ${line}`}>
      {at > 0 && <br />}
      {line}
    </span>
  ));
}
