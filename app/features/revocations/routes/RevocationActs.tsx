import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { SignForm } from '../../decisions/SigningForms.tsx';
import { decisionsText as signingText } from '../../decisions/text.ts';
import type { ListedRevocation } from '../list.server.ts';
import { fieldText, recallText, revocationMoveText, revocationText as said } from '../text.ts';
import type { Refused } from './refused.ts';
import { formOf } from '../../../ui/refused.ts';

type Props = {
  readonly revocation: ListedRevocation;
  readonly mode: 'development' | 'csc' | 'token';
  /** Who looks at the page, proposed as who signs. */
  readonly signer: string;
  readonly refused: Refused;
};

/** What this person may do with it now. */
export function RevocationActs({ revocation, mode, signer, refused }: Props) {
  const { moves, version, id, stage } = revocation;
  const own = { version, refused };
  return (
    <>
      {(moves.includes('change') || moves.includes('propose')) && (
        <div className="acts">
          {moves.includes('change') && (
            <LinkButton href={`/khen-thuong/huy-bo/${id}/sua`} kind="second">
              {revocationMoveText.change}
            </LinkButton>
          )}
          {moves.includes('propose') && <Plain move="propose" version={version} />}
          {moves.includes('withdraw') && stage === 'draft' && <Plain move="withdraw" version={version} />}
        </div>
      )}
      {moves.includes('appraise') && <Reasoned deed="appraise" label={said.opinionLabel} {...own} />}
      {moves.includes('decide') && <Decide revocation={revocation} signer={signer} refused={refused} />}
      {moves.includes('enter_decision') && <EnterDecision revocation={revocation} refused={refused} />}
      {(['sign', 'seal'] as const).map(
        (deed) => moves.includes(deed) && <SignForm key={deed} deed={deed} version={version} mode={mode} />,
      )}
      {moves.includes('issue') && <Plain move="issue" version={version} />}
      {moves.includes('return') && (
        <Reasoned
          deed="return"
          verb={stage === 'numbered' ? said.returnedUnsigned : revocationMoveText.return}
          label={said.reason}
          {...own}
        />
      )}
      {moves.includes('withdraw') && stage !== 'draft' && (
        <Reasoned
          deed="withdraw"
          verb={stage === 'proposed' ? revocationMoveText.withdraw : said.withdrawSigned}
          label={said.reason}
          {...own}
        />
      )}
      {moves.includes('refuse') && <Reasoned deed="refuse" label={said.reason} {...own} />}
      {moves.includes('restore') && <Restore {...own} />}
    </>
  );
}

function Plain({ move, version }: { readonly move: 'propose' | 'withdraw' | 'issue'; readonly version: number }) {
  return (
    <Form version={version} hidden={{ viec: move }}>
      <Button kind={move === 'withdraw' ? 'danger' : 'primary'}>{revocationMoveText[move]}</Button>
    </Form>
  );
}

type OwnProps = { readonly version: number; readonly refused: Refused };
type ReasonedProps = OwnProps & {
  readonly deed: 'appraise' | 'return' | 'withdraw' | 'refuse';
  readonly label: string;
  readonly verb?: string;
};

function Reasoned({ deed, label, verb = revocationMoveText[deed], version, refused }: ReasonedProps) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, deed);
  return (
    <details open={isOpen || deed === 'appraise'}>
      <summary>{verb}</summary>
      <Form version={version} hidden={{ viec: deed }} errors={problems} scope={deed}>
        <Field type="textarea" rows={3} name="ly-do" label={label} value={fields['ly-do']} error={errorAt('ly-do')} />
        <Button kind={deed === 'appraise' ? 'primary' : 'second'}>{verb}</Button>
      </Form>
    </details>
  );
}

/** Taken here: number and day come from the book where nothing is typed. */
function Decide({ revocation, signer, refused }: Omit<Props, 'mode'>) {
  const { fields, problems, errorAt } = formOf(refused, 'decide');
  return (
    <section>
      <h2>{revocationMoveText.decide}</h2>
      <p>{said.decideLead}</p>
      <Form version={revocation.version} hidden={{ viec: 'decide' }} errors={problems}>
        <Field
          name="number"
          label={signingText.numberByHand}
          optional
          width="short"
          value={fields['number']}
          error={errorAt('number')}
        />
        <Field type="date" name="on" label={signingText.dayOf} optional value={fields['on']} error={errorAt('on')} />
        <Field name="by" label={fieldText.by} value={fields['by'] ?? revocation.awardedBy} error={errorAt('by')} />
        <Field name="signer" label={fieldText.signer} value={fields['signer'] ?? signer} error={errorAt('signer')} />
        <Items value={fields['items'] ?? revocation.recalledItems?.join('\n')} />
        <Button kind="danger">{revocationMoveText.decide}</Button>
      </Form>
    </section>
  );
}

function Items({ value = recallText.items }: { readonly value?: string | undefined }) {
  return (
    <Field type="textarea" rows={3} name="items" label={fieldText.items} hint={said.itemsHint} optional value={value} />
  );
}

/** Taken by the centre: as it stands on its paper. */
function EnterDecision({ revocation, refused }: Omit<Props, 'mode' | 'signer'>) {
  const deed = 'enter_decision';
  const { fields, problems, errorAt } = formOf(refused, deed);
  return (
    <section>
      <h2>{revocationMoveText[deed]}</h2>
      <p>{said.enterLead}</p>
      <Form version={revocation.version} hidden={{ viec: deed }} errors={problems}>
        <Field
          name="number"
          label={fieldText.number}
          hint={said.numberHint}
          width="medium"
          value={fields['number']}
          error={errorAt('number')}
        />
        <Field type="date" name="on" label={fieldText.on} value={fields['on']} error={errorAt('on')} />
        <Field name="by" label={fieldText.by} value={fields['by'] ?? revocation.awardedBy} error={errorAt('by')} />
        <Items value={fields['items']} />
        <Button kind="danger">{revocationMoveText[deed]}</Button>
      </Form>
    </section>
  );
}

function Restore({ version, refused }: OwnProps) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, 'restore');
  return (
    <details open={isOpen}>
      <summary>{revocationMoveText.restore}</summary>
      <Form version={version} hidden={{ viec: 'restore' }} errors={problems} scope="restore">
        <Field
          name="number"
          label={said.restoredBy}
          width="medium"
          value={fields['number']}
          error={errorAt('number')}
        />
        <Field type="date" name="on" label={fieldText.on} value={fields['on']} error={errorAt('on')} />
        <Field
          type="textarea"
          rows={3}
          name="ly-do"
          label={said.restoredReason}
          value={fields['ly-do']}
          error={errorAt('ly-do')}
        />
        <Button kind="second">{revocationMoveText.restore}</Button>
      </Form>
    </details>
  );
}
