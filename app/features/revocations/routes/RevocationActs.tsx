import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { findAward } from '../../awards/award.ts';
import type { ListedRevocation } from '../list.server.ts';
import { fieldText, recallText, revocationMoveText, revocationText as said } from '../text.ts';
import type { Refused } from './refused.ts';
import { formOf } from '../../../ui/refused.ts';

type Props = { readonly revocation: ListedRevocation; readonly refused: Refused };

/** What this person may do with it now. */
export function RevocationActs({ revocation, refused }: Props) {
  const { moves, version, id, stage } = revocation;
  const isOfCentre = findAward(revocation.awardCode)?.level === 'centre';
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
      {moves.includes('return') && <Reasoned deed="return" label={said.reason} {...own} />}
      {moves.includes('withdraw') && stage === 'proposed' && <Reasoned deed="withdraw" label={said.reason} {...own} />}
      {moves.includes('decide') && !isOfCentre && <Decide deed="decide" revocation={revocation} refused={refused} />}
      {moves.includes('enter_decision') && isOfCentre && (
        <Decide deed="enter_decision" revocation={revocation} refused={refused} />
      )}
      {moves.includes('refuse') && <Reasoned deed="refuse" label={said.reason} {...own} />}
      {moves.includes('restore') && <Restore {...own} />}
    </>
  );
}

function Plain({ move, version }: { readonly move: 'propose' | 'withdraw'; readonly version: number }) {
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
};

function Reasoned({ deed, label, version, refused }: ReasonedProps) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, deed);
  return (
    <details open={isOpen || deed === 'appraise'}>
      <summary>{revocationMoveText[deed]}</summary>
      <Form version={version} hidden={{ viec: deed }} errors={problems}>
        <Field
          type="textarea"
          rows={3}
          id={`o-ly-do-${deed}`}
          name="ly-do"
          label={label}
          value={fields['ly-do']}
          error={errorAt('ly-do')}
        />
        <Button kind={deed === 'appraise' ? 'primary' : 'second'}>{revocationMoveText[deed]}</Button>
      </Form>
    </details>
  );
}

type DecideProps = Props & { readonly deed: 'decide' | 'enter_decision' };

function Decide({ deed, revocation, refused }: DecideProps) {
  const { fields, problems, errorAt } = formOf(refused, deed);
  return (
    <section>
      <h2>{revocationMoveText[deed]}</h2>
      <p>{said.decideLead}</p>
      <p className="acts">
        <a href={`/khen-thuong/huy-bo/${revocation.id}/in/docx`}>{said.draftWord}</a>
        <a href={`/khen-thuong/huy-bo/${revocation.id}/in/pdf`}>{said.draftPdf}</a>
      </p>
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
        <Field
          type="textarea"
          rows={3}
          name="items"
          label={fieldText.items}
          hint={said.itemsHint}
          optional
          value={fields['items'] ?? recallText.items}
        />
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
      <Form version={version} hidden={{ viec: 'restore' }} errors={problems}>
        <Field
          id="o-number-restore"
          name="number"
          label={said.restoredBy}
          width="medium"
          value={fields['number']}
          error={errorAt('number')}
        />
        <Field
          id="o-on-restore"
          type="date"
          name="on"
          label={fieldText.on}
          value={fields['on']}
          error={errorAt('on')}
        />
        <Field
          id="o-ly-do-restore"
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
