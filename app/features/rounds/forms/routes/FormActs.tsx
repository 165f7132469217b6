import { Button } from '../../../../ui/Button.tsx';
import { Compare } from '../../../../ui/Compare.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { Form } from '../../../../ui/Form.tsx';
import type { FormDeed } from '../form-deeds.server.ts';
import type { FormPage } from '../forms.server.ts';
import type { FormProblemShown } from '../text.ts';
import { formFieldText, formsText } from '../text.ts';

type Refused =
  | {
      readonly fields: Readonly<Record<string, string>>;
      readonly deed: FormDeed | undefined;
      readonly problems: readonly FormProblemShown[];
    }
  | undefined;
type Props = { readonly form: FormPage; readonly mintedId: string; readonly refused: Refused };

/** What can be done with the edition as a whole, each with what will happen. */
export function FormActs({ form, mintedId, refused }: Props) {
  const { moves, version } = form;
  return (
    <>
      {moves.includes('publish') && (
        <section>
          <h2>{formsText.publish}</h2>
          <p>{formsText.publishWhat}</p>
          <div className="acts">
            <Form version={version} hidden={{ viec: 'publish' }}>
              <Button>{formsText.publish}</Button>
            </Form>
            <Form version={version} hidden={{ viec: 'withdraw' }}>
              <Button kind="danger">{formsText.withdraw}</Button>
            </Form>
          </div>
        </section>
      )}
      {moves.includes('change') && <Rename form={form} refused={refused} />}
      {moves.includes('revise') && (
        <section>
          <h2>{formsText.revise}</h2>
          <p>{formsText.reviseWhat}</p>
          <Form version={version} hidden={{ viec: 'revise', moi: mintedId }}>
            <Button kind="second">{formsText.revise}</Button>
          </Form>
        </section>
      )}
    </>
  );
}

function Rename({ form, refused }: Pick<Props, 'form' | 'refused'>) {
  const mine = refused?.deed === 'name' ? refused : undefined;
  const isRace = mine !== undefined && mine.problems[0]?.field === undefined;
  const typed = mine?.fields['ten'];
  return (
    <details open={mine !== undefined}>
      <summary>{formsText.rename}</summary>
      <Form version={form.version} hidden={{ viec: 'name' }} errors={isRace ? [] : mine?.problems}>
        {isRace && <Compare fields={[{ label: formFieldText.ten, mine: typed ?? '', theirs: form.name }]} />}
        <Field
          name="ten"
          label={formFieldText.ten}
          width="long"
          value={typed ?? form.name}
          error={mine?.problems.find(({ field }) => field === 'ten')?.message}
        />
        <Button kind="second">{formsText.renameVerb}</Button>
      </Form>
    </details>
  );
}
