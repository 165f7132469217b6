import { Button } from '../../../ui/Button.tsx';
import { Choices } from '../../../ui/Choices.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { ListedFlag } from '../flags-list.server.ts';
import { flagsText as said } from '../flags.text.ts';
import type { Offered } from '../matching.server.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from '../../../ui/refused.ts';

type Props = {
  readonly flag: ListedFlag;
  readonly offered: readonly Offered[];
  readonly asked: string;
  readonly refused: Refused;
};

/** Whom it is about, and taking it back. */
export function FlagForms({ flag, offered, asked, refused }: Props) {
  const match = formOf(refused, 'khop');
  const withdraw = formOf(refused, 'rut');
  return (
    <>
      <details open={flag.holderId === null || match.isOpen || asked !== ''}>
        <summary>{said.match}</summary>
        <p>{said.matchLead}</p>
        <Filters path={`/khen-thuong/tham-dinh/canh-bao/${flag.id}`} verb={said.search} label={said.matchSearch}>
          <Field type="search" name="tim" label={said.matchSearch} value={asked} width="medium" />
        </Filters>
        {offered.length === 0 ? (
          <p className="muted">{said.matchNone}</p>
        ) : (
          <Form version={flag.version} hidden={{ viec: 'khop' }} errors={match.problems}>
            <Choices
              kind="one"
              name="holder"
              label={said.holder}
              value={match.fields['holder'] ?? flag.holderId ?? undefined}
              options={offered.map(({ id, name, unitName, birthYear }) => ({
                value: id,
                label: [name, ...(birthYear ? [String(birthYear)] : []), unitName].join(', '),
              }))}
              error={match.errorAt('holder')}
            />
            <Button kind="second">{said.matchVerb}</Button>
          </Form>
        )}
      </details>
      <details open={withdraw.isOpen}>
        <summary>{said.withdraw}</summary>
        <Form version={flag.version} hidden={{ viec: 'rut' }} errors={withdraw.problems}>
          <Field
            type="textarea"
            rows={2}
            name="reason"
            label={said.withdrawReason}
            value={withdraw.fields['reason']}
            error={withdraw.errorAt('reason')}
          />
          <Button kind="danger">{said.withdraw}</Button>
        </Form>
      </details>
    </>
  );
}
