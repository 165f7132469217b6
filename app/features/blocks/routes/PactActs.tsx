import { Button } from '../../../ui/Button.tsx';
import { Compare } from '../../../ui/Compare.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Refused } from '../../../ui/refused.ts';
import { formOf } from '../../../ui/refused.ts';
import type { PactDeed } from '../deeds.server.ts';
import type { PactSeen } from '../pact-page.server.ts';
import { blocksText as said, fieldText, pactMoveText } from '../text.ts';
import { PactFields } from './PactFields.tsx';

type Props = {
  readonly seen: PactSeen;
  readonly minted: string;
  /** Of the reader, as the product knows it. */
  readonly post: string;
  readonly refused: (Refused<PactDeed> & { readonly isRace?: boolean }) | undefined;
};

export function PactActs(props: Props) {
  const { seen } = props;
  const { pact, moves, toTakeBack, signatures } = seen;
  return (
    <>
      {moves.includes('change') && <Draft {...props} />}
      {toTakeBack.map(({ id, unitName }) => (
        <Reasoned key={id} {...props} deed="take_back" title={said.takeBackTitle(unitName)} at={{ ma: id }} />
      ))}
      {moves.includes('open') && <Plain deed="open" version={pact.version} lead={said.pactLead} />}
      {moves.includes('recall') && <Plain deed="recall" version={pact.version} lead={said.recallLead} />}
      {moves.includes('close') && signatures.some(({ withdrawnAt }) => withdrawnAt === null) && <Close {...props} />}
      {moves.includes('renew') && (
        <Reasoned {...props} deed="renew" title={said.renewTitle} lead={said.renewLead} at={{ ma: props.minted }} />
      )}
      {moves.includes('withdraw') && <Reasoned {...props} deed="withdraw" title={said.withdrawTitle} />}
    </>
  );
}

/** Right below the words that are signed, or not. */
export function Signing(props: Props) {
  const { toSign, toDecline, pact } = props.seen;
  return (
    <>
      {toSign.map((unit) => (
        <Sign key={unit.unitId} {...props} unit={unit} />
      ))}
      {toDecline.map(({ unitId, name }) => (
        <Reasoned
          key={unitId}
          {...props}
          deed="decline"
          title={said.declineTitle(name)}
          lead={said.declineLead}
          at={{ ma: props.minted, digest: pact.digest ?? '', 'don-vi': unitId }}
        />
      ))}
    </>
  );
}

function Draft({ seen: { pact }, refused }: Props) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'change');
  const isRace = isOpen && refused?.isRace === true;
  const stored = { title: pact.title, content: pact.content, signUntil: pact.signUntil ?? '' };
  return (
    <Form version={pact.version} hidden={{ viec: 'change' }} errors={problems} guard={`giao-uoc-${pact.id}`}>
      {isRace && (
        <Compare
          fields={(['title', 'content', 'signUntil'] as const).map((name) => ({
            label: fieldText[name],
            mine: fields[name] ?? '',
            theirs: stored[name],
          }))}
        />
      )}
      <PactFields fields={isOpen ? fields : stored} errorAt={errorAt} />
      <Button kind="second">{pactMoveText.change}</Button>
    </Form>
  );
}

function Plain({
  deed,
  version,
  lead,
}: {
  readonly deed: 'open' | 'recall';
  readonly version: number;
  readonly lead: string;
}) {
  return (
    <section>
      <p>{lead}</p>
      <Form version={version} hidden={{ viec: deed }}>
        <Button kind={deed === 'open' ? 'primary' : 'second'}>{pactMoveText[deed]}</Button>
      </Form>
    </section>
  );
}

type SignProps = Props & { readonly unit: { readonly unitId: string; readonly name: string } };

/** Sent with the digest of the words that were read. */
function Sign({ seen: { pact }, minted, post, refused, unit }: SignProps) {
  const at = { 'don-vi': unit.unitId };
  const { fields, problems, errorAt } = formOf(refused, 'sign', at);
  return (
    <section>
      <h2>{said.signTitle(unit.name)}</h2>
      <p>{said.signLead}</p>
      {pact.signUntil !== null && <p>{said.signUntil(pact.signUntil)}</p>}
      <Form
        hidden={{ viec: 'sign', ma: minted, digest: pact.digest ?? '', ...at }}
        errors={problems}
        scope={unit.unitId}
      >
        <Field
          name="post"
          label={fieldText.post}
          hint={said.postHint}
          value={fields['post'] ?? post}
          error={errorAt('post')}
        />
        <Button>{pactMoveText.sign}</Button>
      </Form>
    </section>
  );
}

function Close({ seen: { pact, unsigned }, refused }: Props) {
  const { fields, problems, errorAt } = formOf(refused, 'close');
  return (
    <section>
      <h2>{said.closeTitle}</h2>
      <p>{said.closeLead(unsigned.map(({ name }) => name))}</p>
      <Form version={pact.version} hidden={{ viec: 'close' }} errors={problems}>
        {unsigned.length > 0 && (
          <Field
            type="textarea"
            rows={2}
            name="unsignedReason"
            label={fieldText.unsignedReason}
            value={fields['unsignedReason']}
            error={errorAt('unsignedReason')}
          />
        )}
        <Button>{pactMoveText.close}</Button>
      </Form>
    </section>
  );
}

type ReasonedProps = Props & {
  readonly deed: 'renew' | 'withdraw' | 'take_back' | 'decline';
  readonly title: string;
  readonly lead?: string;
  readonly at?: Readonly<Record<string, string>>;
};

function Reasoned({ seen: { pact }, refused, deed, title, lead, at = {} }: ReasonedProps) {
  const told = deed === 'take_back' ? at : deed === 'decline' ? { 'don-vi': at['don-vi'] ?? '' } : {};
  const { fields, problems, isOpen, errorAt } = formOf(refused, deed, told);
  return (
    <details open={isOpen}>
      <summary>{title}</summary>
      {lead && <p>{lead}</p>}
      <Form
        version={pact.version}
        hidden={{ viec: deed, ...at }}
        errors={problems}
        scope={`${deed}-${at['don-vi'] ?? at['ma'] ?? ''}`}
      >
        <Field
          type="textarea"
          rows={2}
          name="reason"
          label={fieldText.reason}
          value={fields['reason']}
          error={errorAt('reason')}
        />
        <Button kind={deed === 'renew' || deed === 'decline' ? 'second' : 'danger'}>{pactMoveText[deed]}</Button>
      </Form>
    </details>
  );
}
