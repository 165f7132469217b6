import type { ToldSecret } from '../../../platform/http.server.ts';
import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { isTyped } from '../../identity/parked/parkable.ts';
import { foundProblems, secrecyText } from '../text.ts';

/** What was typed, each part in a field of its own to be mended, and a form that sends it to where it wanted to go. */
export function SecretTyped({ told }: { readonly told: ToldSecret }) {
  const { path, fields, found } = told;
  const problems = foundProblems(found, fields);
  // Words are shown to be mended; what was chosen, a code or a single word, goes along as it is.
  const isShown = (name: string, value: string) =>
    found.some(({ at }) => at === name) || (isTyped(name, value) && /\S\s+\S/.test(value));
  const errorAt = (name: string) => problems.find(({ field }) => field === name)?.message;
  const inFiles = found.filter(({ file }) => file !== undefined);
  return (
    <Page title={secrecyText.refusedTitle} lead={secrecyText.refusedLead}>
      <title>{secrecyText.refusedTitle}</title>
      <Form action={path} errors={problems}>
        {fields.map(([name, value], at) =>
          isShown(name, value) ? (
            <Field
              key={`${String(at)} ${name}`}
              id={fields.findIndex(([other]) => other === name) === at ? undefined : `o-${name}-${String(at)}`}
              type="textarea"
              rows={value.length > 120 || value.includes('\n') ? 6 : 2}
              name={name}
              label={secrecyText.part(name, at + 1)}
              value={value}
              error={errorAt(name)}
            />
          ) : (
            <input key={`${String(at)} ${name}`} type="hidden" name={name} value={value} />
          ),
        )}
        {inFiles.length > 0 && <Notice kind="info">{secrecyText.fileAgain}</Notice>}
        <Actions>
          {inFiles.length === 0 && <Button>{secrecyText.sendAgain}</Button>}
          <LinkButton href={path} kind="second">
            {secrecyText.openPage}
          </LinkButton>
        </Actions>
      </Form>
      <p>{secrecyText.legal}</p>
      <p>
        <a href="/van-ban-mat">{secrecyText.toRegister}</a>
      </p>
    </Page>
  );
}
