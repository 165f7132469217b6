import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Seat } from '../case.server.ts';
import type { OneSession } from '../page.server.ts';
import { attendanceText, councilText as said, postText } from '../text.ts';

/** Who sits, who is there, and while a vote is open how far each has come; the optional script asks for it anew. */
export function Seats({ one }: { readonly one: OneSession }) {
  const { session, seats, progress } = one;
  const isVoting = progress.length > 0;
  const done = progress.filter((each) => each.done === each.of).length;
  const here = `/khen-thuong/hoi-dong/phien/${session.id}`;
  return (
    <section id="tien-do" data-poll={isVoting ? here : undefined}>
      <h2>{isVoting ? said.progress : said.members}</h2>
      {isVoting && (
        <p role="status">
          <progress value={done} max={progress.length} aria-label={said.progress} />{' '}
          {said.progressOf(done, progress.length)}
        </p>
      )}
      <Table
        caption={said.members}
        captionHidden
        columns={columnsOf(one)}
        rows={seats}
        rowKey={({ personId }) => personId}
      />
    </section>
  );
}

function columnsOf({ session, progress, moves }: OneSession): readonly Column<Seat>[] {
  const of = (personId: string) => progress.find((each) => each.personId === personId);
  return [
    { key: 'ten', head: said.member, kind: 'name', cell: ({ name }) => name },
    {
      key: 'chuc-danh',
      head: said.post,
      cell: ({ post, title }) => `${postText[post]}${title === '' ? '' : `, ${title}`}`,
    },
    ...(session.manner === 'meeting' && session.stage !== 'planned'
      ? [
          {
            key: 'co-mat',
            head: said.state,
            cell: ({ state, reason }: Seat) =>
              [state ? attendanceText[state] : '', reason ?? ''].filter(Boolean).join(': '),
          },
        ]
      : []),
    ...(progress.length > 0
      ? [
          {
            key: 'bieu-quyet',
            head: said.vote,
            cell: ({ personId, hasVote }: Seat) => {
              const own = of(personId);
              if (!hasVote) return said.no;
              if (!own) return '';
              return `${said.progressCell(own.done, own.of)}${own.returned ? `, ${said.returned}` : ''}`;
            },
          },
        ]
      : []),
    ...(moves.includes('write') && progress.length > 0
      ? [
          {
            key: 'van-ban',
            head: said.enterPaper,
            cell: ({ personId, name, state, hasVote }: Seat) =>
              hasVote && state !== 'present' ? (
                <a href={`/khen-thuong/hoi-dong/phien/${session.id}/van-ban/${personId}`}>
                  {said.enterPaper}
                  <span className="sr">: {name}</span>
                </a>
              ) : null,
          },
        ]
      : []),
    ...(moves.includes('list')
      ? [
          {
            key: 'tai-khoan',
            head: said.account,
            cell: ({ mayVoteHere }: Seat) => (mayVoteHere ? said.accountOk : said.noRole),
          },
        ]
      : []),
  ];
}
