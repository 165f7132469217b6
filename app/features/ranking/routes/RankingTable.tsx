import { pointsText } from '../../../kernel/hundredths.ts';
import { Table } from '../../../ui/Table.tsx';
import type { Column } from '../../../ui/Table.tsx';
import type { RankedUnit, Ranking } from '../page.server.ts';
import { exactText, levelOf, partedText, rankingText as said, tiedText } from '../text.ts';
import { nameIn } from './name-in.ts';

/** The block in the order of its places, with what parted equal scores, and why each level. */
export function RankingTable({ ranking }: { readonly ranking: Ranking }) {
  const full = ranking.rows[0]?.full ?? 0;
  return (
    <>
      <Table
        caption={said.caption}
        columns={columnsOf(ranking)}
        rows={ranking.rows}
        rowKey={({ unitId }) => unitId}
        phone="rows"
      />
      <p className="muted">
        {said.scoreNote(full)}. <a href="#nguong">{said.thresholds}</a>.
      </p>
    </>
  );
}

function columnsOf(ranking: Ranking): readonly Column<RankedUnit>[] {
  return [
    { key: 'hang', head: said.place, kind: 'number', cell: ({ place }) => place },
    { key: 'don-vi', head: said.unit, kind: 'name', cell: (row) => <Unit row={row} ranking={ranking} /> },
    { key: 'diem', head: said.score, kind: 'number', cell: (row) => <Score row={row} /> },
    {
      key: 'dat',
      head: said.earned,
      kind: 'number',
      cell: (row) => `${pointsText(row.points)} / ${pointsText(row.applicable)}`,
    },
    { key: 'thuong', head: said.bonus, kind: 'number', cell: ({ bonus }) => pointsText(bonus) },
    { key: 'tru', head: said.penalty, kind: 'number', cell: ({ penalty }) => pointsText(penalty) },
    { key: 'xep-loai', head: said.level, cell: (row) => <LevelOf row={row} /> },
    { key: 'ngoai', head: said.apart, cell: apart },
  ];
}

function Unit({ row, ranking }: { readonly row: RankedUnit; readonly ranking: Ranking }) {
  const { unitName, cardId, isLeader, place, tiedWith, partedBy } = row;
  const nameOf = nameIn(ranking.rows);
  return (
    <>
      {cardId === null ? unitName : <a href={`/cham-diem/phieu/${cardId}`}>{unitName}</a>}
      {isLeader && <small> ({said.leader})</small>}
      {place === null && <Note>{said.noPlace}</Note>}
      {tiedWith.length > 0 && <Note>{tiedText(tiedWith.map(nameOf))}</Note>}
      {partedBy && <Note>{partedText(partedBy, ranking.titles, ranking.ties)}</Note>}
    </>
  );
}

function Score({ row: { score, shown } }: { readonly row: RankedUnit }) {
  if (score === null || shown === null) return null;
  const exact = exactText(score);
  if (exact === null) return <b>{pointsText(shown)}</b>;
  return (
    <span title={exact}>
      <b>≈ {pointsText(shown)}</b>
      <span className="sr">. {exact}</span>
    </span>
  );
}

function LevelOf({ row: { level, why } }: { readonly row: RankedUnit }) {
  if (level === null) return levelOf(level);
  // Who lacks points reads the thresholds; that a group holds it back shows nowhere else.
  const held = why.next && why.next.groups.length > 0 ? why.next : null;
  return (
    <>
      {levelOf(level)}
      {held && <Note>{`${said.short(levelOf(held.threshold.level))}: ${said.groupsShort(held.groups)}`}</Note>}
    </>
  );
}

function apart({ missing, notApplicable }: RankedUnit) {
  if (missing.length === 0 && notApplicable.length === 0) return null;
  return (
    <>
      {missing.length > 0 && <div>{said.missing(missing)}</div>}
      {notApplicable.length > 0 && <div>{said.notApplicable(notApplicable)}</div>}
    </>
  );
}

/** A remark below, on a line of its own. */
function Note({ children }: { readonly children: string }) {
  return (
    <div>
      <small>{children}</small>
    </div>
  );
}
