import { plainDateIn } from '../../../kernel/calendar.ts';
import { Pairs } from '../../../ui/Facts.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import type { Line } from '../case.server.ts';
import type { MovementDetail, Relative } from '../detail.server.ts';
import type { Branch } from '../movement.ts';
import { daysText, dueText, movementKindText, movementsText, movementStageText } from '../text.ts';
import { movementFieldText, reviewKindText, scopeText, upperFirst, visibilityName } from '../text.ts';

type Detail = { readonly detail: MovementDetail };

export function MovementFacts({ detail: { movement, parent, printed, chosen } }: Detail) {
  const { documentNumber, documentDate, unitCode, unitName } = movement;
  const paper =
    documentNumber !== null && documentDate !== null
      ? movementsText.documentOf(documentNumber, documentDate)
      : printed && movementsText.printed(printed.kind, printed.numberAsPrinted, printed.dateAsPrinted);
  const pairs = [
    { label: movementsText.launchedBy, value: <a href={`/don-vi/${unitCode}`}>{unitName}</a> },
    { label: movementsText.kind, value: movementKindText[movement.kind] },
    {
      label: movementsText.time,
      value: upperFirst(daysText({ first: movement.firstDay, last: movement.lastDay })),
    },
    paper && { label: movementsText.document, value: paper },
    parent && { label: movementsText.parent, value: <a href={`/phong-trao/${parent.id}`}>{parent.name}</a> },
    { label: movementsText.scopeLabel, value: scopeText(movement.scopeKinds, chosen) },
    { label: movementsText.visibleTo, value: visibilityName[movement.visibility] },
    movement.closeReason && { label: movementsText.closedEarly, value: movement.closeReason },
  ];
  return <Pairs pairs={pairs.flatMap((pair) => pair || [])} />;
}

export function MovementContents({ detail: { movement, lines } }: Detail) {
  if (movement.isSecret) return null;
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

/** Units that went into others: what they had received is not lost from sight. */
export function Former({ detail: { former } }: Detail) {
  if (former.length === 0) return null;
  return (
    <section>
      <h2>{movementsText.formerTitle}</h2>
      <ul>
        {former.map(({ code, name, leftAt, receivedAt, successors }) => (
          <li key={code}>
            <a href={`/don-vi/${code}`}>{name}</a>{' '}
            <small>
              {[
                movementsText.formerLeft(dayOf(leftAt)),
                receivedAt ? movementsText.formerReceived(dayOf(receivedAt)) : movementsText.formerNotReceived,
                ...(successors.length > 0 ? [movementsText.formerSuccessors(successors)] : []),
              ].join('; ')}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

const dayOf = (at: Date) => dateText(plainDateIn(new Date(at)));

/** What stands here instead of content, where it is handled off the system. */
export function SecretNote({ detail: { movement } }: Detail) {
  if (!movement.isSecret) return null;
  return (
    <Notice kind="info" title={movementsText.secretTitle}>
      {movementsText.secretNote}
    </Notice>
  );
}
