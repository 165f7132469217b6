import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { findAward } from '../../awards/award.ts';
import { returnGrounds } from '../grounds.ts';
import type { ListedDossier } from '../list.server.ts';
import type { OwnMove } from '../owners.ts';
import { ownMoves } from '../owners.ts';
import type { Lacking } from '../papers.ts';
import { lackingText, lackingWords } from '../papers.text.ts';
import { dossierProcedure } from '../procedure.ts';
import { dossierMoveText, dossiersText as said, returnGroundText } from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from './refused.ts';

type Props = {
  readonly dossier: ListedDossier;
  /** Papers whose lack is to be explained on handing in. */
  readonly lacking: readonly Lacking[];
  /** Handed in already, and papers may follow. */
  readonly isAwaiting: boolean;
  readonly refused: Refused;
};

/** What this person may do with it now. */
export function Acts({ dossier, lacking, isAwaiting, refused }: Props) {
  const { moves, stage, id, version } = dossier;
  const mine = ownMoves.filter((move) => moves.includes(move) && !(move === 'confirm' && dossier.confirmedAt));
  const isReasoned = (move: OwnMove) =>
    move === 'confirm' ||
    (move === 'submit' && lacking.length > 0) ||
    dossierProcedure[stage][move]?.needs?.includes('reason') === true;
  const plain = mine.filter((move) => !isReasoned(move) && move !== 'withdraw');
  const withdraws = mine.includes('withdraw') && !isReasoned('withdraw');
  const goesUp = moves.includes('send_up') && dossier.awardCodes.some((code) => findAward(code)?.level === 'centre');
  return (
    <>
      {(plain.length > 0 ||
        withdraws ||
        goesUp ||
        isAwaiting ||
        moves.includes('change') ||
        moves.includes('appraise')) && (
        <div className="acts">
          {moves.includes('appraise') && (
            <LinkButton href={`/khen-thuong/tham-dinh/${id}`}>{dossierMoveText.appraise}</LinkButton>
          )}
          {goesUp && <LinkButton href={`/khen-thuong/trung-uong/${id}`}>{dossierMoveText.send_up}</LinkButton>}
          {plain.map((move, at) => (
            <Form key={move} version={version} hidden={{ viec: move }}>
              <Button kind={at === 0 && move !== 'recall' ? 'primary' : 'second'}>{dossierMoveText[move]}</Button>
            </Form>
          ))}
          {isAwaiting && (
            <LinkButton href={`/khen-thuong/ho-so/${id}/giay-to#dinh-kem`} kind="second">
              {dossierMoveText.supplement}
            </LinkButton>
          )}
          {moves.includes('change') && (
            <LinkButton href={`/khen-thuong/ho-so/${id}/sua`} kind="second">
              {dossierMoveText.change}
            </LinkButton>
          )}
          {withdraws && (
            <Form version={version} hidden={{ viec: 'withdraw' }}>
              <Button kind="danger">{dossierMoveText.withdraw}</Button>
            </Form>
          )}
        </div>
      )}
      {mine.filter(isReasoned).map((move) => (
        <Reasoned key={move} move={move} version={version} lacking={lacking} refused={refused} />
      ))}
    </>
  );
}

type ReasonedProps = Omit<Props, 'dossier' | 'isAwaiting'> & { readonly move: OwnMove; readonly version: number };

function Reasoned({ move, version, lacking, refused }: ReasonedProps) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, move);
  return (
    <details open={isOpen}>
      <summary>{move === 'submit' ? lackingWords.submit(lacking.length) : dossierMoveText[move]}</summary>
      <Form version={version} hidden={{ viec: move }} errors={problems} scope={move}>
        {move === 'submit' && <p>{lackingText(lacking)}.</p>}
        {move === 'return' && (
          <Field
            type="select"
            name="can-cu"
            label={said.ground}
            blank={said.groundBlank}
            value={fields['can-cu']}
            options={returnGrounds.map((value) => ({ value, label: returnGroundText[value] }))}
            error={errorAt('can-cu')}
          />
        )}
        <Field
          type="textarea"
          rows={3}
          name="ly-do"
          label={move === 'confirm' ? said.confirmWords : move === 'submit' ? lackingWords.reason : said.reason}
          hint={move === 'submit' ? lackingWords.hint : undefined}
          optional={move === 'confirm'}
          value={fields['ly-do']}
          error={errorAt('ly-do')}
        />
        <Button kind={move === 'withdraw' ? 'danger' : move === 'submit' ? 'primary' : 'second'}>
          {dossierMoveText[move]}
        </Button>
      </Form>
    </details>
  );
}
