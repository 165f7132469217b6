import { Button } from '../../../ui/Button.tsx';
import { Pairs } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import type { OpenedOpinion } from '../handling.server.ts';
import type { ListRow } from '../list-case.server.ts';
import { outcomes } from '../opinion.ts';
import { appraisalText as said, outcomeText } from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from '../../../ui/refused.ts';

type Props = {
  readonly row: ListRow;
  readonly opinions: readonly OpenedOpinion[];
  readonly mayOpen: boolean;
  readonly refused: Refused;
};

/** What the people wrote: opened by whoever appraises alone. */
export function PeoplesOpinions({ row, opinions, mayOpen, refused }: Props) {
  return (
    <section>
      <h2>{said.peoplesOpinions}</h2>
      {row.opinions === 0 && <p className="muted">{said.noOpinionsYet}</p>}
      {!mayOpen && row.opinions > 0 && <p className="muted">{said.opinionsClosed}</p>}
      {opinions.map((one) => (
        <article key={one.id}>
          <h3>
            {said.about} {one.about ?? said.aboutAll}, {momentText(one.receivedAt)}
          </h3>
          {one.text.split('\n').map((line, at) => (
            <p key={`${at} ${line}`}>{line}</p>
          ))}
          <Pairs
            pairs={[
              {
                label: said.sender,
                value: one.sender ? `${one.sender.name} ${one.sender.contact}`.trim() : said.anonymous,
              },
              ...(one.outcome
                ? [
                    { label: said.outcome, value: outcomeText[one.outcome] },
                    { label: said.outcomeReason, value: one.reason },
                    ...(one.passedTo ? [{ label: said.passedTo, value: one.passedTo }] : []),
                    {
                      label: said.conclusion,
                      value: said.concludedBy(one.handledBy ?? '', one.handledAt ? momentText(one.handledAt) : ''),
                    },
                  ]
                : []),
            ]}
          />
          <Handle one={one} refused={refused} />
        </article>
      ))}
    </section>
  );
}

function Handle({ one, refused }: { readonly one: OpenedOpinion; readonly refused: Refused }) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'xu-ly', { o: one.id });
  return (
    <details open={isOpen || one.outcome === null}>
      <summary>{said.handleVerb}</summary>
      <Form version={one.version} hidden={{ viec: 'xu-ly', o: one.id }} errors={problems} scope={one.id}>
        <Field
          type="select"
          name="outcome"
          label={said.outcome}
          blank={said.noVerdict}
          value={fields['outcome'] ?? one.outcome ?? ''}
          options={outcomes.map((value) => ({ value, label: outcomeText[value] }))}
          error={errorAt('outcome')}
        />
        <Field
          type="textarea"
          rows={2}
          name="reason"
          label={said.outcomeReason}
          hint={said.outcomeReasonHint}
          value={fields['reason'] ?? one.reason ?? ''}
          error={errorAt('reason')}
        />
        <Field
          name="passedTo"
          label={said.passedTo}
          optional
          value={fields['passedTo'] ?? one.passedTo ?? ''}
          error={errorAt('passedTo')}
        />
        <Button kind="second">{said.handleVerb}</Button>
      </Form>
    </details>
  );
}
