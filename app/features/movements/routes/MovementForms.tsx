import type { ReactNode } from 'react';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { MovementDetail } from '../detail.server.ts';
import type { MovementDeed } from '../movement-deeds.server.ts';
import type { MovementField } from '../movement.ts';
import type { MovementProblemShown } from '../text.ts';
import { movementDeedText, movementFieldText, movementsText, movementVersions } from '../text.ts';
import { reviewKindText, scopeText, typedOf } from '../text.ts';
import type { ScopeChoices } from '../scope.server.ts';
import type { ChosenScope } from './MovementFields.tsx';
import { MovementFields } from './MovementFields.tsx';

export type RefusedDeed = {
  readonly fields: Readonly<Record<string, string>>;
  readonly scope: ChosenScope;
  readonly deed: MovementDeed;
  readonly isRace: boolean;
  readonly problems: readonly MovementProblemShown[];
};

type Props = {
  readonly detail: MovementDetail;
  readonly choices: ScopeChoices;
  readonly refused: RefusedDeed | undefined;
};

/** What the person may do next, each deed its own form. */
export function MovementForms(props: Props) {
  const { moves } = props.detail;
  return (
    <>
      {moves.includes('launch') && <Launch {...props} />}
      {moves.includes('change') && <Change {...props} />}
      {moves.includes('withdraw') && <Withdraw {...props} />}
      {moves.includes('number') && <Numbering {...props} />}
      {moves.includes('review') && <ReviewForm {...props} deed="review" />}
      {moves.includes('close') && <Close {...props} />}
      {moves.includes('conclude') && <ReviewForm {...props} deed="conclude" />}
    </>
  );
}

type DeedProps = Props & {
  readonly deed: MovementDeed;
  readonly title: string;
  readonly lead?: string;
  readonly fields: (mine: RefusedDeed | undefined) => ReactNode;
};

function Deed({ detail: { movement }, refused, deed, title, lead, fields }: DeedProps) {
  const mine = refused?.deed === deed ? refused : undefined;
  return (
    <section>
      <h2>{title}</h2>
      {lead && <p>{lead}</p>}
      <Form
        version={movement.version}
        hidden={{ viec: deed }}
        errors={mine?.problems}
        guard={`phong-trao-${deed}-${movement.id}`}
      >
        {fields(mine)}
        <Actions>
          <Button kind={deed === 'launch' || deed === 'conclude' ? 'primary' : 'second'}>
            {movementDeedText[deed]}
          </Button>
        </Actions>
      </Form>
    </section>
  );
}

type Typed = {
  readonly mine: RefusedDeed | undefined;
  readonly name: MovementField;
  readonly type?: 'text' | 'date';
  readonly optional?: boolean;
};

function Typed({ mine, name, type = 'text', optional }: Typed) {
  return (
    <Field
      type={type}
      name={name}
      label={movementFieldText[name]}
      width={type === 'date' ? 'short' : 'medium'}
      optional={optional}
      value={mine?.fields[name]}
      error={errorIn(mine, name)}
    />
  );
}

function errorIn(mine: RefusedDeed | undefined, name: string): string | undefined {
  return mine?.problems.find(({ field }) => field === name)?.message;
}

function Launch(props: Props) {
  const { movement, wouldReach, chosen } = props.detail;
  return (
    <Deed
      {...props}
      deed="launch"
      title={movementsText.launchTitle}
      lead={movementsText.launchLead(wouldReach.length, scopeText(movement.scopeKinds, chosen))}
      fields={(mine) => (
        <>
          <WouldReach units={wouldReach} />
          <Document mine={mine} />
        </>
      )}
    />
  );
}

function WouldReach({ units }: { readonly units: MovementDetail['wouldReach'] }) {
  if (units.length === 0) return null;
  return (
    <details>
      <summary>{movementsText.seeReached(units.length)}</summary>
      <ul className="names">
        {units.map(({ code, name }) => (
          <li key={code}>
            <a href={`/don-vi/${code}`}>{name}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Numbering(props: Props) {
  return (
    <Deed
      {...props}
      deed="number"
      title={movementsText.numberTitle}
      lead={movementsText.numberLead}
      fields={(mine) => <Document mine={mine} />}
    />
  );
}

function Document({ mine }: Pick<Typed, 'mine'>) {
  return (
    <>
      <Typed mine={mine} name="number" />
      <Typed mine={mine} name="date" type="date" />
    </>
  );
}

function ReviewForm(props: Props & { readonly deed: 'review' | 'conclude' }) {
  const isFinal = props.deed === 'conclude';
  const fields = (mine: RefusedDeed | undefined) => (
    <>
      {!isFinal && (
        <Field
          type="select"
          name="reviewKind"
          label={movementFieldText.reviewKind}
          value={mine?.fields['reviewKind']}
          options={(['yearly', 'mid_term'] as const).map((value) => ({ value, label: reviewKindText[value] }))}
          error={errorIn(mine, 'reviewKind')}
        />
      )}
      <Typed mine={mine} name="heldOn" type="date" />
      <Field
        type="textarea"
        rows={5}
        name="conclusion"
        label={movementFieldText.conclusion}
        value={mine?.fields['conclusion']}
        error={errorIn(mine, 'conclusion')}
      />
      <Typed mine={mine} name="paper" optional />
    </>
  );
  return <Deed {...props} title={isFinal ? movementsText.concludeTitle : movementsText.reviewTitle} fields={fields} />;
}

function Close(props: Props) {
  const fields = (mine: RefusedDeed | undefined) => (
    <Field
      type="textarea"
      rows={2}
      name="reason"
      label={movementsText.closeReason}
      optional
      value={mine?.fields['reason']}
      error={errorIn(mine, 'reason')}
    />
  );
  const { lastDay } = props.detail.movement;
  return (
    <Deed
      {...props}
      deed="close"
      title={movementsText.closeTitle}
      lead={movementsText.closeLead(lastDay)}
      fields={fields}
    />
  );
}

function Change(props: Props) {
  const { content } = props.detail;
  const stored = typedOf(content);
  const { scopeKinds: scope, scopeUnits, scopeBlocks } = content;
  const fields = (mine: RefusedDeed | undefined) => (
    <>
      {mine?.isRace && <Compare fields={movementVersions(mine.fields, stored)} />}
      <MovementFields
        fields={mine?.fields ?? stored}
        scope={mine?.scope ?? { scope, scopeUnits, scopeBlocks }}
        choices={props.choices}
        errorAt={(name) => errorIn(mine, name)}
      />
    </>
  );
  return <Deed {...props} deed="change" title={movementsText.changeTitle} fields={fields} />;
}

function Withdraw({ detail: { movement } }: Props) {
  return (
    <Form version={movement.version} hidden={{ viec: 'withdraw' }}>
      <Button kind="danger">{movementDeedText.withdraw}</Button>
    </Form>
  );
}
