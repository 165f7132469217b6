/** A unit's page; what later features know of it (figures, pledges, people) comes in through `first` and `last`. */
import type { ReactNode } from 'react';
import { onDay } from '../../../ui/day.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { SeatOfUnit } from '../block-queries.server.ts';
import { adminText, unitsText, unitText } from '../page.text.ts';
import type { UnitDetail } from '../unit-queries.server.ts';
import { About, Below, Blocks, Chain, History, Names } from './UnitSections.tsx';

export type UnitPageProps = {
  readonly detail: UnitDetail;
  readonly seats: readonly SeatOfUnit[];
  readonly mayShape: boolean;
  /** Just changed: say so. */
  readonly isDone?: boolean;
  /** Right under the title: where the unit stands. */
  readonly first?: ReactNode;
  /** Before the history: pledges, people. */
  readonly last?: ReactNode;
};

export function UnitPage({ detail, seats, mayShape, isDone, first, last }: UnitPageProps) {
  const { unit, name, above, below, predecessors, successors, formerMembers, day } = detail;
  const trail = [
    { label: unitsText.title, href: onDay('/don-vi', day) },
    ...above.map((one) => ({ label: one.name, href: onDay(`/don-vi/${one.code}`, day) })),
  ];
  return (
    <Page title={name} trail={trail} action={mayShape && <Shape code={unit.code} isEnded={unit.validUntil !== null} />}>
      <title>{name}</title>
      {isDone && <Notice kind="success">{adminText.done}</Notice>}
      {unit.validUntil && <Notice kind="info">{unitText.ended(unit.validUntil)}</Notice>}
      {first}
      <h2>{unitText.about}</h2>
      <About detail={detail} />
      <Chain id="ke-thua" title={unitText.successors} units={successors} far={unitText.later} day={day} />
      <Chain id="tien-than" title={unitText.predecessors} units={predecessors} far={unitText.further} day={day} />
      {unit.takesPart && <Blocks seats={seats} />}
      {last}
      {below.length > 0 && <Below detail={detail} />}
      <Names id="tung-thuoc" title={unitText.formerMembers(formerMembers.length)} units={formerMembers} day={day} />
      <History detail={detail} />
    </Page>
  );
}

function Shape({ code, isEnded }: { readonly code: string; readonly isEnded: boolean }) {
  return (
    <LinkButton href={`/quan-tri/don-vi/${code}/${isEnded ? 'khoi-phuc' : 'doi'}`} kind="second">
      {isEnded ? adminText.revive : unitText.change}
    </LinkButton>
  );
}
