import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { returnGrounds } from '../grounds.ts';
import type { ListedDossier } from '../list.server.ts';
import type { PageMove } from '../procedure.ts';
import { dossierProcedure, pageMoves } from '../procedure.ts';
import { dossierMoveText, dossiersText as said, returnGroundText } from '../text.ts';
import { formOf } from '../../../ui/refused.ts';
import type { Refused } from './refused.ts';

type Props = { readonly dossier: ListedDossier; readonly refused: Refused };

/** What this person may do with it now. */
export function Acts({ dossier, refused }: Props) {
  const { moves, stage, id, version } = dossier;
  const mine = pageMoves.filter((move) => moves.includes(move) && !(move === 'confirm' && dossier.confirmedAt));
  const isReasoned = (move: PageMove) =>
    move === 'confirm' || dossierProcedure[stage][move]?.needs?.includes('reason') === true;
  const plain = mine.filter((move) => !isReasoned(move));
  return (
    <>
      {(plain.length > 0 || moves.includes('change') || moves.includes('appraise')) && (
        <div className="acts">
          {moves.includes('appraise') && (
            <LinkButton href={`/khen-thuong/tham-dinh/${id}`}>{dossierMoveText.appraise}</LinkButton>
          )}
          {plain.map((move, at) => (
            <Form key={move} version={version} hidden={{ viec: move }}>
              <Button kind={move === 'withdraw' ? 'danger' : at === 0 ? 'primary' : 'second'}>
                {dossierMoveText[move]}
              </Button>
            </Form>
          ))}
          {moves.includes('change') && (
            <LinkButton href={`/khen-thuong/ho-so/${id}/sua`} kind="second">
              {dossierMoveText.change}
            </LinkButton>
          )}
        </div>
      )}
      {mine.filter(isReasoned).map((move) => (
        <Reasoned key={move} move={move} version={version} refused={refused} />
      ))}
    </>
  );
}

type ReasonedProps = { readonly move: PageMove; readonly version: number; readonly refused: Refused };

function Reasoned({ move, version, refused }: ReasonedProps) {
  const { fields, problems, isOpen, errorAt } = formOf(refused, move);
  return (
    <details open={isOpen}>
      <summary>{dossierMoveText[move]}</summary>
      <Form version={version} hidden={{ viec: move }} errors={problems}>
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
          id={`ly-do-${move}`}
          label={move === 'confirm' ? said.confirmWords : said.reason}
          optional={move === 'confirm'}
          value={fields['ly-do']}
          error={errorAt('ly-do')}
        />
        <Button kind={move === 'withdraw' ? 'danger' : 'second'}>{dossierMoveText[move]}</Button>
      </Form>
    </details>
  );
}
