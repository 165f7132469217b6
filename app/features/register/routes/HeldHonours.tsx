import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { findAward } from '../../awards/award.ts';
import { awardNameOn } from '../../awards/text.ts';
import { correctionText } from '../correction.text.ts';
import type { HeldHonour, OneHolder } from '../one.server.ts';
import { registerText as said } from '../text.ts';

type Props = Pick<OneHolder, 'honours' | 'may'>;

export function HeldHonours({ honours, may }: Props) {
  const acts: Column<HeldHonour> = {
    key: 'viec',
    head: correctionText.acts,
    cell: (row) => mayCorrect(row, may) && <Acts honour={row} />,
  };
  return (
    <Table
      caption={said.held}
      captionHidden
      columns={honours.some((row) => mayCorrect(row, may)) ? [...columns, acts] : columns}
      rows={honours}
      rowKey={(row) => row.id}
      empty={<p className="muted">{said.heldEmpty}</p>}
    />
  );
}

const mayCorrect = ({ awardCode }: HeldHonour, may: Props['may']) =>
  findAward(awardCode)?.level === 'base' ? may.correct : may.correctAbove;

const columns: readonly Column<HeldHonour>[] = [
  { key: 'nam', head: said.year, kind: 'number', cell: (row) => row.year },
  {
    key: 'danh-hieu',
    head: said.award,
    kind: 'name',
    cell: (row) =>
      row.struckAt === null ? (
        awardNameOn(row.awardCode, row.decidedOn)
      ) : (
        <s>{awardNameOn(row.awardCode, row.decidedOn)}</s>
      ),
  },
  {
    key: 'quyet-dinh',
    head: said.decision,
    cell: (row) => (
      <>
        {said.decisionOf(row.decisionNumber, row.decidedOn)}
        {row.revokedOn !== null && <p className="wrong">{said.revoked(row.revokedOn, row.revokedBy ?? '')}</p>}
        {row.struckReason !== null && <p className="wrong">{correctionText.struckAs(row.struckReason)}</p>}
      </>
    ),
  },
  { key: 'nguoi-ky', head: said.decidedBy, cell: (row) => row.decidedBy },
  { key: 'so-vang', head: said.goldenBook, kind: 'code', cell: (row) => row.goldenBookNumber },
  { key: 'nguon', head: said.source, cell: (row) => row.source },
];

/** Named by the award, so that links of a list read aloud can be told apart. */
function Acts({ honour }: { readonly honour: HeldHonour }) {
  const at = `/khen-thuong/so/da-khen/${honour.id}`;
  const named = (verb: string) =>
    `${verb}: ${said.forYear(awardNameOn(honour.awardCode, honour.decidedOn), honour.year)}`;
  if (honour.struckAt !== null)
    return (
      <a href={`${at}/gach`} aria-label={named(correctionText.unstrikeLink)}>
        {correctionText.unstrikeLink}
      </a>
    );
  if (honour.origin === 'decision')
    return (
      <a href={`${at}/sua`} aria-label={named(correctionText.fixed)}>
        {correctionText.fixed}
      </a>
    );
  return (
    <>
      <a href={`${at}/sua`} aria-label={named(correctionText.link)}>
        {correctionText.link}
      </a>
      {honour.origin === 'entered' && (
        <>
          {' · '}
          <a href={`${at}/gach`} aria-label={named(correctionText.strikeLink)}>
            {correctionText.strikeLink}
          </a>
        </>
      )}
    </>
  );
}
