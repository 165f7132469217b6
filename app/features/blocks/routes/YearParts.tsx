import { Actions, LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { Table } from '../../../ui/Table.tsx';
import { blockPartNames } from '../../organisation/text.ts';
import { meetingLook, pactLook } from '../stage-look.ts';
import { blocksText as said, fieldText, meetingStageText, pactStageText } from '../text.ts';
import type { YearSeen } from '../year-page.server.ts';
import { yearPath } from '../year-path.ts';

type Props = { readonly seen: YearSeen };

export function Seats({ seen: { block, year, seats, may } }: Props) {
  return (
    <section>
      <h2>{said.seatsTitle}</h2>
      <Table
        caption={said.seatsCaption(year)}
        captionHidden
        rows={seats}
        rowKey={({ unitId }) => unitId}
        columns={[
          {
            key: 'don-vi',
            head: said.unit,
            kind: 'name',
            cell: ({ unitId, code, name, handUnitId, handName }) => (
              <>
                <a href={`/don-vi/${code}`}>{name}</a>
                {handUnitId !== unitId && <small> ({handName === null ? said.handNone : said.handOf(handName)})</small>}
              </>
            ),
          },
          { key: 'vai-tro', head: said.part, cell: ({ part }) => blockPartNames[part] },
        ]}
        empty={<Empty {...said.noSeats} />}
      />
      {may.organise && (
        <Actions>
          {seats.length > 0 && (
            <LinkButton kind="second" href={`${yearPath(block.code, year)}/quyet-dinh`}>
              {said.newDecision}
            </LinkButton>
          )}
          <LinkButton kind="second" href={`${yearPath(block.code, year + 1)}/luan-phien`}>
            {said.rotation(year + 1)}
          </LinkButton>
          {seats.length === 0 && (
            <LinkButton kind="second" href={`${yearPath(block.code, year)}/luan-phien`}>
              {said.rotation(year)}
            </LinkButton>
          )}
        </Actions>
      )}
    </section>
  );
}

export function Decisions({ seen: { decisions, hasChanged, seats } }: Props) {
  if (seats.length === 0) return null;
  return (
    <section>
      <h2>{said.decisions}</h2>
      {hasChanged && <Notice kind="warning">{said.decisionDiffers}</Notice>}
      {decisions.length === 0 ? (
        <p className="muted">{said.noDecision}</p>
      ) : (
        <ul>
          {decisions.map(({ id, number, decidedOn, about, files }) => (
            <li key={id}>
              {said.decisionOf(number, decidedOn)}
              {about !== '' && `: ${about}`}
              {files.map((file) => (
                <span key={file.id}>
                  {' · '}
                  <a href={`/khoi-cum/tep/${file.id}`}>{file.name}</a>
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function Pacts({ seen: { block, year, pacts, may } }: Props) {
  return (
    <section>
      <h2>{said.pacts}</h2>
      <Table
        caption={said.pacts}
        captionHidden
        rows={pacts}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'ban',
            head: said.editions,
            kind: 'name',
            cell: ({ id, edition, title }) => (
              <a href={`/khoi-cum/giao-uoc/${id}`}>
                {said.edition(edition)}: {title}
              </a>
            ),
          },
          {
            key: 'buoc',
            head: said.stage,
            cell: ({ stage }) => <Stage stage={pactLook[stage]} word={pactStageText[stage]} />,
          },
          {
            key: 'luc',
            head: said.closeTitle,
            cell: ({ closedAt }) => (closedAt === null ? said.none : momentText(closedAt)),
          },
        ]}
        empty={<p className="muted">{said.noPact(may.draft)}</p>}
      />
      {may.draft && (
        <Actions>
          <LinkButton href={`${yearPath(block.code, year)}/giao-uoc`}>{said.newPact}</LinkButton>
        </Actions>
      )}
    </section>
  );
}

export function Meetings({ seen: { block, year, meetings, may, seats } }: Props) {
  return (
    <section>
      <h2>{said.meetings}</h2>
      <Table
        caption={said.meetings}
        captionHidden
        rows={meetings}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'ten',
            head: fieldText.title,
            kind: 'name',
            cell: ({ id, title }) => <a href={`/khoi-cum/hop/${id}`}>{title}</a>,
          },
          {
            key: 'luc',
            head: fieldText.plannedOn,
            cell: ({ plannedOn, plannedTime }) => said.when(plannedOn, plannedTime),
          },
          { key: 'noi', head: fieldText.place, cell: ({ place }) => place },
          {
            key: 'buoc',
            head: said.stage,
            cell: ({ stage }) => <Stage stage={meetingLook[stage]} word={meetingStageText[stage]} />,
          },
        ]}
        empty={<p className="muted">{said.noMeetings(may.lead)}</p>}
      />
      {may.lead && seats.length > 0 && (
        <Actions>
          <LinkButton kind="second" href={`${yearPath(block.code, year)}/hop`}>
            {said.newMeeting}
          </LinkButton>
        </Actions>
      )}
    </section>
  );
}
