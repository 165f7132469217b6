import { LinkButton } from '../../../ui/Button.tsx';
import { dateText } from '../../../ui/moment.ts';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Inside } from '../one.server.ts';
import type { RequestRow } from '../request-case.server.ts';
import { answerText, appraisalText as said, listStateText, requestStateText } from '../text.ts';

const columns = (today: string): readonly Column<RequestRow>[] => [
  {
    key: 'co-quan',
    head: said.body,
    kind: 'name',
    cell: ({ id, body }) => <a href={`/khen-thuong/tham-dinh/y-kien/${id}`}>{body}</a>,
  },
  { key: 'gui', head: said.sentOn, cell: ({ sentOn }) => (sentOn ? dateText(sentOn) : null) },
  { key: 'han', head: said.due, cell: ({ dueOn }) => (dueOn ? dateText(dueOn) : null) },
  { key: 'cong-van', head: said.letter, cell: ({ letterNumber }) => letterNumber },
  { key: 'y-kien', head: said.answer, cell: (row) => answerOf(row, today) },
];

/** Silence is told as silence from the day after the term, also before the night's job has written it. */
export function answerOf({ stage, answer, answerText: words, waiveReason, dueOn }: RequestRow, today: string): string {
  if (answer) return [answerText[answer], words].filter(Boolean).join(': ');
  if (stage === 'waived') return `${requestStateText.waived}: ${waiveReason ?? ''}`;
  const isOver = stage === 'waiting' && dueOn !== null && today > dueOn;
  return requestStateText[isOver ? 'silent' : stage];
}

export function Opinions({ one, today }: { readonly one: Inside; readonly today: string }) {
  const { requests } = one.opinions;
  const isAsked = one.dossier.stage !== 'appraising' && one.dossier.stage !== 'submitted';
  return (
    <section>
      <h2>{said.opinions}</h2>
      <Table
        caption={said.opinions}
        captionHidden
        columns={columns(today)}
        rows={requests}
        rowKey={({ id }) => id}
        isLate={({ stage, dueOn }) => stage === 'waiting' && dueOn !== null && today > dueOn}
        empty={<p className="muted">{isAsked ? said.noOpinions : said.notAskedYet}</p>}
      />
    </section>
  );
}

export function PublicPart({ one }: { readonly one: Inside }) {
  const { list } = one.opinions;
  const { list: needed } = one.demanded;
  return (
    <section>
      <h2>{said.publicList}</h2>
      {list ? (
        <>
          <p>
            {listStateText[list.stage]}. {said.publicOpen(list.openedOn, list.closesOn)}.{' '}
            {said.opinionCount(list.opinions, list.unhandled)}.
          </p>
          <LinkButton kind="second" href={`/khen-thuong/tham-dinh/cong-khai/${list.id}`}>
            {said.manageList}
          </LinkButton>
        </>
      ) : (
        <p className="muted">
          {needed ? said.publicNeeded(needed.nomineeIds.length, needed.workingDays) : said.publicNotNeeded}
        </p>
      )}
    </section>
  );
}
