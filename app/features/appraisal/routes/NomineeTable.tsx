import { awardName } from '../../awards/text.ts';
import { Status } from '../../../ui/Status.tsx';
import type { StatusName } from '../../../ui/status.ts';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { AppraisedNominee } from '../appraised.server.ts';
import { isAsked } from '../appraised-items.ts';
import { appraisalText as said, conclusionText } from '../text.ts';

type Props = {
  readonly dossierId: string;
  /** Of the page. */
  readonly nominees: readonly AppraisedNominee[];
  readonly paging: { readonly page: number; readonly size: number; readonly total: number };
};

/** Each nominee in a line: what the standards say, what speaks against, what was concluded. */
export function NomineeTable({ dossierId, nominees, paging }: Props) {
  const columns: readonly Column<AppraisedNominee>[] = [
    {
      key: 'ten',
      head: said.nominee,
      kind: 'name',
      cell: (one) => (
        <>
          <a href={`/khen-thuong/tham-dinh/${dossierId}/${one.id}`}>{one.name}</a> <small>{one.holderUnitName}</small>
        </>
      ),
    },
    { key: 'de-nghi', head: said.award, cell: ({ awardCode }) => awardName(awardCode) },
    { key: 'tieu-chuan', head: said.standard, cell: (one) => <Standard one={one} /> },
    { key: 'luu-y', head: said.findings, cell: (one) => findingsOf(one).join('; ') || said.nothingFound },
    { key: 'ket-luan', head: said.conclusion, cell: (one) => <Concluded one={one} /> },
  ];
  return (
    <section>
      <h2>{said.nominees(paging.total)}</h2>
      <Table
        caption={said.nominees(paging.total)}
        captionHidden
        columns={columns}
        rows={nominees}
        view={{ path: `/khen-thuong/tham-dinh/${dossierId}`, query: '' }}
        paging={paging}
        rowKey={({ id }) => id}
        isLate={({ changes, outcome }) => outcome === 'open' && changes.length > 0}
      />
    </section>
  );
}

const look: Readonly<Record<AppraisedNominee['evaluation']['result'], StatusName>> = {
  met: 'achieved',
  to_judge: 'at_risk',
  not_met: 'off_track',
};

function Standard({ one: { evaluation } }: { readonly one: AppraisedNominee }) {
  const toJudge = evaluation.entries.filter((entry) => entry.state === 'to_judge' && isAsked(entry)).length;
  return (
    <>
      <Status status={look[evaluation.result]} word={said.standardShort[evaluation.result]} />
      {toJudge > 0 && <small> {said.toJudgeCount(toJudge)}</small>}
    </>
  );
}

/** In words, shortest first; what is decided as of no effect is not repeated. */
export function findingsOf(one: AppraisedNominee): readonly string[] {
  const standing = one.flags.filter(({ isStanding }) => isStanding);
  const open = standing.filter(({ effect }) => effect === null).length;
  return [
    ...(open > 0 ? [said.flagCount(open)] : []),
    ...(standing.length > open ? [said.flagsDecided(standing.length - open)] : []),
    ...(one.twins.length > 0 ? [said.twinCount(one.twins.length)] : []),
    ...(one.copies.length > 0 ? [said.copyCount(one.copies.length)] : []),
    ...(one.papersMissing.length > 0 ? [said.missingCount(one.papersMissing.length)] : []),
    ...(one.endedOn === null ? [] : [said.ended(one.endedOn)]),
  ];
}

function Concluded({ one }: { readonly one: AppraisedNominee }) {
  const { conclusion, outcome, changes } = one;
  if (outcome === 'removed') return said.removed;
  if (conclusion === null) return <span className="muted">{said.notConcluded}</span>;
  return (
    <>
      {conclusionText[conclusion]}
      {changes.length > 0 && <b> ({said.changed})</b>}
    </>
  );
}
