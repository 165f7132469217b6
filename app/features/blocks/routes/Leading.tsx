import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import { leadOf } from '../block-year.ts';
import { blocksText as said, fieldText, standInMoveText } from '../text.ts';
import type { YearSeen } from '../year-page.server.ts';

type Props = {
  readonly seen: YearSeen;
  readonly minted: string;
  readonly refused: Refused<'stand_in' | 'end_stand_in'>;
};

/** Who leads, who acts for them today, and the forms by which a deputy stands in. */
export function Leading({ seen, minted, refused }: Props) {
  const { seats, standIn, may } = seen;
  const lead = leadOf(seen);
  const deputies = seats.filter(({ part }) => part === 'deputy').map(({ name }) => name);
  if (seats.length === 0) return null;
  return (
    <section>
      <h2>{said.who}</h2>
      <p>{sentence(lead)}</p>
      {deputies.length > 0 && <p>{said.whoDeputy(deputies)}</p>}
      {standIn && (
        <Notice kind="info">
          <p>{said.standsIn(standIn.deputyName, standIn.untilDay, standIn.reason)}</p>
          {may.endStandIn && (
            <Form version={standIn.version} hidden={{ viec: 'end_stand_in', ma: standIn.id }}>
              <Button kind="second">{said.endStandIn}</Button>
            </Form>
          )}
        </Notice>
      )}
      {may.standIn.length > 0 && <StandIn seen={seen} minted={minted} refused={refused} />}
    </section>
  );
}

function sentence(lead: ReturnType<typeof leadOf>): string {
  if (!lead) return said.noLead;
  if (lead.handName === null) return said.whoNobody(lead.name);
  return lead.handUnitId === lead.unitId ? said.whoLead(lead.name) : said.whoHand(lead.name, lead.handName);
}

function StandIn({ seen, minted, refused }: Props) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'stand_in');
  const options = seen.seats
    .filter(({ unitId }) => seen.may.standIn.includes(unitId))
    .map(({ unitId, name }) => ({ value: unitId, label: name }));
  return (
    <details open={isOpen}>
      <summary>{said.standInTitle}</summary>
      <p>{said.standInLead}</p>
      <Form hidden={{ viec: 'stand_in', ma: minted }} errors={problems}>
        <Field
          type="select"
          name="deputy"
          label={fieldText.deputy}
          options={options}
          value={fields['deputy'] ?? (options.length === 1 ? options[0]?.value : undefined)}
          error={errorAt('deputy')}
        />
        <Field
          type="date"
          name="untilDay"
          label={fieldText.untilDay}
          value={fields['untilDay']}
          error={errorAt('untilDay')}
        />
        <Field name="reason" label={fieldText.reason} value={fields['reason']} error={errorAt('reason')} />
        <Button kind="second">{standInMoveText.stand_in}</Button>
      </Form>
    </details>
  );
}
