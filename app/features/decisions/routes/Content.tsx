import { Button } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { ContentField } from '../decision.ts';
import { contentFields, contentNames } from '../decision.ts';
import type { ListedDecision } from '../list.server.ts';
import { contentFieldText, decisionMoveText, decisionsText as said } from '../text.ts';

type Props = { readonly decision: ListedDecision; readonly refused: Refused };

const long: readonly ContentField[] = ['grounds', 'merit', 'bonus', 'carrying', 'recipients', 'about', 'proposal'];

/** Edited while it is a draft; else as it stands. */
export function Content({ decision, refused }: Props) {
  const { content, version } = decision;
  if (!decision.moves.includes('change')) {
    return (
      <details>
        <summary>{said.content}</summary>
        <Pairs
          pairs={contentNames
            .filter((name) => content[name] !== '')
            .map((name) => ({ label: contentFieldText[name], value: content[name] }))}
        />
      </details>
    );
  }
  const { fields, problems, errorAt } = formOf(refused, 'change');
  return (
    <section>
      <h2>{said.content}</h2>
      <Form version={version} hidden={{ viec: 'change' }} errors={problems} guard={`decision-${decision.id}`}>
        {contentNames.map((name) => (
          <Field
            key={name}
            name={name}
            label={contentFieldText[name]}
            value={fields[name] ?? content[name]}
            optional={!contentFields[name].needed}
            error={errorAt(name)}
            {...(long.includes(name) ? { type: 'textarea' as const, rows: name === 'grounds' ? 6 : 3 } : {})}
          />
        ))}
        <Button>{decisionMoveText.change}</Button>
      </Form>
    </section>
  );
}
