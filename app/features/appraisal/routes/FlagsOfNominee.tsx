import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import type { AppraisedNominee } from '../appraised.server.ts';
import { flagEffects } from '../flag.ts';
import { effectText } from '../flags.text.ts';
import type { NomineeFlag } from '../nominee-flags.server.ts';
import { appraisalText as said } from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from '../../../ui/refused.ts';

type Props = { readonly nominee: AppraisedNominee; readonly mayAppraise: boolean; readonly refused: Refused };

/** What other bodies say, and what it means for this nominee: a person's to decide. */
export function FlagsOfNominee({ nominee, mayAppraise, refused }: Props) {
  return (
    <section>
      <h2>{said.nomineeFlags}</h2>
      {nominee.flags.length === 0 ? <p className="muted">{said.noFlags}</p> : <p>{said.flagsNote}</p>}
      {nominee.flags.map((flag) => (
        <div key={flag.id}>
          <h3>
            {flag.kindName}: {flag.body}
          </h3>
          <p>
            {flag.what} <small>({said.paperOf(flag.number, flag.date)})</small>
            {!flag.isStanding && <b> ({said.noLonger})</b>}
          </p>
          <Decided flag={flag} />
          {mayAppraise && flag.isStanding && <Decide flag={flag} refused={refused} />}
        </div>
      ))}
    </section>
  );
}

function Decided({ flag: { effect, reason, decidedBy, decidedAt } }: { readonly flag: NomineeFlag }) {
  if (!effect || !decidedAt) return null;
  return (
    <p>
      <b>{effectText[effect]}</b>: {reason} <small>{said.concludedBy(decidedBy ?? '', momentText(decidedAt))}</small>
    </p>
  );
}

function Decide({ flag, refused }: { readonly flag: NomineeFlag; readonly refused: Refused }) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'canh-bao', { o: flag.id });
  const verb = flag.effect ? said.changeDecision : said.decideFlag;
  return (
    <details open={isOpen || flag.effect === null}>
      <summary>{verb}</summary>
      <Form version={flag.version} hidden={{ viec: 'canh-bao', o: flag.id }} errors={problems} scope={flag.id}>
        <Field
          type="select"
          name="effect"
          label={said.effect}
          blank={said.noVerdict}
          value={fields['effect'] ?? flag.effect ?? ''}
          options={flagEffects.map((value) => ({ value, label: effectText[value] }))}
          error={errorAt('effect')}
        />
        <Field
          type="textarea"
          rows={2}
          name="reason"
          label={said.why}
          value={fields['reason'] ?? flag.reason ?? ''}
          error={errorAt('reason')}
        />
        <Button kind="second">{verb}</Button>
      </Form>
    </details>
  );
}
