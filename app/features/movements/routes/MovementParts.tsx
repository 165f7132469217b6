import { dateText, momentText } from '../../../ui/moment.ts';
import { Pairs } from '../../../ui/Facts.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Line } from '../case.server.ts';
import type { MovementDetail, Relative, Seat } from '../detail.server.ts';
import type { Branch } from '../movement.ts';
import { daysText, dueText, movementKindText, movementsText, movementStageText } from '../text.ts';
import { movementFieldText, reviewKindText, scopeText, upperFirst } from '../text.ts';

type Detail = { readonly detail: MovementDetail };

export function MovementFacts({ detail: { movement, parent, printed, seats } }: Detail) {
  const { documentNumber, documentDate, unitCode, unitName, inScope, received } = movement;
  const paper =
    documentNumber !== null && documentDate !== null
      ? movementsText.documentOf(documentNumber, documentDate)
      : printed && movementsText.printed(printed.kind, printed.numberAsPrinted, printed.dateAsPrinted);
  const scope = seats.length > 0 ? movementsText.scopeUnits(received, inScope) : scopeText(movement.scopeKinds);
  const pairs = [
    { label: movementsText.launchedBy, value: <a href={`/don-vi/${unitCode}`}>{unitName}</a> },
    { label: movementsText.kind, value: movementKindText[movement.kind] },
    {
      label: movementsText.time,
      value: upperFirst(daysText({ first: movement.firstDay, last: movement.lastDay })),
    },
    paper && { label: movementsText.document, value: paper },
    parent && { label: movementsText.parent, value: <a href={`/phong-trao/${parent.id}`}>{parent.name}</a> },
    {
      label: movementsText.scopeLabel,
      value: movement.restricted ? `${scope}. ${movementsText.restrictedNote}` : scope,
    },
    movement.closeReason && { label: movementsText.closedEarly, value: movement.closeReason },
  ];
  return <Pairs pairs={pairs.flatMap((pair) => pair || [])} />;
}

export function MovementContents({ detail: { movement, lines } }: Detail) {
  const of = (kind: Line['kind']) => lines.filter((line) => line.kind === kind);
  return (
    <>
      <section>
        <h2>{movementFieldText.aim}</h2>
        <p>
          {movement.aim}
          {movement.code !== null && <Source code={`${movement.code}.1`} clause={null} />}
        </p>
      </section>
      <Lines title={movementFieldText.goals} lines={of('goal')} none={movementsText.noCriteria} />
      <section>
        <h2>{movementFieldText.criteria}</h2>
        {movement.packCode === null ? (
          <List lines={of('criterion')} none={movementsText.noCriteria} />
        ) : (
          <p>
            <a href="/de-an">{movementsText.criteriaOfSchemes}</a>
          </p>
        )}
      </section>
      <Lines title={movementsText.plannedReviews} lines={of('review')} none={movementsText.noReviews} />
    </>
  );
}

type LinesProps = { readonly title: string; readonly lines: readonly Line[]; readonly none: string };

function Lines({ title, lines, none }: LinesProps) {
  return (
    <section>
      <h2>{title}</h2>
      <List lines={lines} none={none} />
    </section>
  );
}

function List({ lines, none }: Omit<LinesProps, 'title'>) {
  if (lines.length === 0) return <p className="muted">{none}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.position}>
          {wordingOf(line)}
          <Source code={line.code} clause={line.clause} />
        </li>
      ))}
    </ul>
  );
}

/** The directive's own words, else what kind of review it is and when. */
function wordingOf({ reviewKind, wording, ...due }: Line): string {
  if (reviewKind === null || wording !== '') return wording;
  return [reviewKindText[reviewKind], dueText(due)].filter(Boolean).join(' ');
}

function Source({ code, clause }: { readonly code: string | null; readonly clause: string | null }) {
  const said = [code, clause && movementsText.clause(clause)].filter(Boolean).join(', ');
  return said === '' ? null : <small> ({said})</small>;
}

export function ReviewsHeld({ detail: { reviews } }: Detail) {
  if (reviews.length === 0) return null;
  return (
    <section>
      <h2>{movementsText.reviewsHeld}</h2>
      {reviews.map(({ id, kind, heldOn, conclusion, number }) => (
        <div key={id}>
          <h3>{[reviewKindText[kind], dateText(heldOn), number].filter(Boolean).join(', ')}</h3>
          {conclusion.split(/\n+/).map((paragraph, at) => (
            <p key={at}>{paragraph}</p>
          ))}
        </div>
      ))}
    </section>
  );
}

export function CarriedOn({ detail: { below, movement } }: Detail) {
  if (movement.stage === 'draft' || movement.stage === 'withdrawn') return null;
  return (
    <section>
      <h2>{movementsText.below}</h2>
      {below.length === 0 ? <p className="muted">{movementsText.noneBelow}</p> : <Branches branches={below} />}
    </section>
  );
}

function Branches({ branches }: { readonly branches: readonly Branch<Relative>[] }) {
  return (
    <ul>
      {branches.map(({ item, below }) => (
        <li key={item.id}>
          <a href={`/phong-trao/${item.id}`}>{item.name}</a>{' '}
          <small>
            {item.unitName}, {movementStageText[item.stage]}
          </small>
          {below.length > 0 && <Branches branches={below} />}
        </li>
      ))}
    </ul>
  );
}

const seatColumns: readonly Column<Seat>[] = [
  {
    key: 'don-vi',
    head: movementsText.seatUnit,
    kind: 'name',
    cell: ({ code, name }) => <a href={`/don-vi/${code}`}>{name}</a>,
  },
  {
    key: 'luc',
    head: movementsText.seatWhen,
    cell: ({ receivedAt }) => (receivedAt === null ? movementsText.notYet : momentText(receivedAt)),
  },
  { key: 'ai', head: movementsText.seatWho, cell: ({ receivedBy }) => receivedBy },
];

export function Seats({ detail: { seats, movement } }: Detail) {
  if (seats.length === 0) return null;
  return (
    <details open={seats.length <= 20}>
      <summary>{movementsText.seats(movement.received, movement.inScope)}</summary>
      <Table caption={movementsText.seatsCaption} columns={seatColumns} rows={seats} rowKey={({ unitId }) => unitId} />
    </details>
  );
}
