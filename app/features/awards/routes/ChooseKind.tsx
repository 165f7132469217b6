import { Button } from '../../../ui/Button.tsx';
import type { Option } from '../../../ui/Field.tsx';
import { Field } from '../../../ui/Field.tsx';
import { formText as said } from '../law/form.text.ts';
import { CLOCK_TEXT, HOLDER_TEXT, KIND_TEXT } from '../law/law.text.ts';
import { provisionKinds } from '../law/provision.ts';
import { awardOptions } from '../text.ts';

const optionsOf = (text: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(text).map(([value, label]) => ({ value, label }));

/** First what it is about; the fields of its kind come next. */
export function ChooseKind({ sets }: { readonly sets: readonly Option[] }) {
  return (
    <form className="form" method="get" action="/khen-thuong/danh-muc/quy-dinh/moi">
      <Field
        type="select"
        name="loai"
        label={said.kind}
        blank={null}
        options={provisionKinds.map((value) => ({ value, label: KIND_TEXT[value] }))}
      />
      <Field type="select" name="danh-hieu" label={said.award} blank={said.everyAward} options={awardOptions()} />
      <Field
        type="select"
        name="muc"
        label={`${said.item.rule_set}; ${said.item.holder}; ${said.item.clock}`}
        optional
        options={[
          { label: said.item.rule_set, options: sets },
          { label: said.item.holder, options: optionsOf(HOLDER_TEXT) },
          { label: said.item.clock, options: optionsOf(CLOCK_TEXT) },
        ]}
      />
      <div className="acts">
        <Button>{said.choose}</Button>
      </div>
    </form>
  );
}
