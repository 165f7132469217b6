import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { awardOptions } from '../../awards/text.ts';
import { groups } from '../../awards/standards/case.ts';
import { GROUP_TEXT } from '../../awards/standards/text.ts';
import { appraisalText as said, dossierKindText } from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from '../../../ui/refused.ts';

type Props = { readonly minted: string; readonly refused: Refused };

const listed = (words: Readonly<Record<string, string>>, values: readonly string[]) =>
  values.map((value) => ({ value, label: words[value] ?? value }));

export function ProposeBody({ minted, refused }: Props) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'de-xuat');
  const usual = (name: string) => ({ name, value: fields[name], error: errorAt(name) });
  return (
    <details open={isOpen}>
      <summary>{said.propose}</summary>
      <Form hidden={{ viec: 'de-xuat', ma: fields['ma'] ?? minted }} errors={problems}>
        <Field {...usual('body')} label={said.bodyName} width="long" />
        <Field type="select" {...usual('award')} label={said.award} blank={said.any} options={awardOptions()} />
        <Field
          type="select"
          {...usual('level')}
          label={said.level}
          blank={said.any}
          options={listed(said.levels, Object.keys(said.levels))}
        />
        <Field
          type="select"
          {...usual('kind')}
          label={said.dossierKind}
          blank={said.any}
          options={listed(dossierKindText, Object.keys(dossierKindText))}
        />
        <Field
          type="select"
          {...usual('group')}
          label={said.group}
          blank={said.any}
          options={listed(GROUP_TEXT, groups)}
        />
        <Field {...usual('basis')} label={said.basis} width="long" />
        <Field type="date" {...usual('from')} label={said.validFrom} />
        <Checkbox name="silence" label={said.silence} />
        <Button kind="second">{said.proposeVerb}</Button>
      </Form>
    </details>
  );
}
