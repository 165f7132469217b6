/** Targets assigned to communes and pledges of the units: most give one, some are sent back, some give none. */
import type { PlainDate } from '../kernel/calendar.ts';
import { addDays } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import { movePledges } from '../features/pledges/moving.server.ts';
import { enterPledge } from '../features/pledges/pledges.server.ts';
import { assignTarget } from '../features/targets/targets.server.ts';
import { drawn, drawnDay } from './chance.ts';
import type { Aim, Reporter } from './figures.ts';
import { typed } from './figures.ts';
import { targetFor } from './luck.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, inTurns, personOf, placeOf, play } from './stage.server.ts';
import { demoText } from './text.ts';

export type Promises = {
  readonly from: PlainDate;
  readonly year: number;
  readonly aims: ReadonlyMap<string, Aim>;
  readonly reporters: readonly Reporter[];
};

/** One transaction an indicator; each commune's target goes by how it fares in the story (luck.ts). */
export async function assignTargets(stage: Stage, { from, year, aims, reporters }: Promises): Promise<void> {
  const by = personOf(stage, 'appraiser', stage.province.code);
  await inTurns(targeted(stage, aims), async ({ code, aim, thread }) =>
    play(stage, { at: instantOf(addDays(from, 14), 9), by }, async (context) => {
      for (const reporter of reporters) {
        const asked = targetFor(aim, thread, { year, reporter });
        if (asked === undefined) continue;
        const told = { value: typed(asked, aim.decimals), year: String(year), basis: stage.story.basis };
        const command = { id: newId(), indicatorCode: code, unitId: placeOf(stage, reporter.code).id, typed: told };
        expectOk(await assignTarget(context, { ...command, replaces: null }));
      }
    }),
  );
}

function targeted({ story }: Stage, aims: ReadonlyMap<string, Aim>) {
  return Object.entries(story.indicators).flatMap(([code, thread]) => {
    const aim = thread.targets ? aims.get(code) : undefined;
    return aim ? [{ code, aim, thread }] : [];
  });
}

type Wish = {
  readonly unit: string;
  readonly about: {
    readonly schemeCode: string | null;
    readonly indicatorCode: string | null;
    readonly criterionCode: null;
  };
  readonly wording: string;
  readonly value?: string;
};

/** Six out of seven units pledge: on an indicator, and bodies that lead a scheme on that. */
export async function pledge(stage: Stage, promises: Promises): Promise<void> {
  const wishes = [...indicatorWishes(stage, promises), ...(await schemeWishes(stage, promises.year))];
  const given = wishes.filter(({ unit }) => drawn(unit, promises.year, 'pledge') < 0.86);
  await inTurns(given, (wish) => playWish(stage, promises, wish));
}

/** A little more than was assigned. */
function indicatorWishes(stage: Stage, { year, aims, reporters }: Promises): readonly Wish[] {
  return reporters.flatMap((reporter): readonly Wish[] => {
    const open = targeted(stage, aims).flatMap(({ code, aim, thread }) => {
      const asked = targetFor(aim, thread, { year, reporter });
      return asked === undefined ? [] : [{ code, aim, asked: Math.min(asked * 1.01, aim.max ?? Infinity) }];
    });
    const wish = open[drawnDay(0, open.length - 1, reporter.code, 'wish')];
    if (!wish) return [];
    const about = { schemeCode: null, indicatorCode: wish.code, criterionCode: null };
    const wording = demoText.pledgeAboutIndicator(wish.aim.name, year);
    return [{ unit: reporter.code, about, wording, value: typed(wish.asked, wish.aim.decimals) }];
  });
}

async function schemeWishes({ services, places }: Stage, year: number): Promise<readonly Wish[]> {
  const byId = new Map([...places.values()].map((place) => [place.id, place.code]));
  const leads = await services.db
    .selectFrom('scheme_unit as l')
    .innerJoin('scheme as s', 's.code', 'l.scheme_code')
    .where('l.part', '=', 'lead')
    .where('s.is_secret', '=', false)
    .select(['s.code', 's.name', 'l.unit_id'])
    .orderBy('s.position')
    .execute();
  return leads.flatMap(({ code, name, unit_id }) => {
    const unit = byId.get(unit_id ?? '');
    const about = { schemeCode: code, indicatorCode: null, criterionCode: null };
    return unit === undefined ? [] : [{ unit, about, wording: demoText.pledgeAboutScheme(name, year) }];
  });
}

async function playWish(stage: Stage, { from, year }: Promises, wish: Wish): Promise<void> {
  const officer = stage.people.get(`officer@${wish.unit}`);
  if (!officer) return;
  const appraiser = personOf(stage, 'appraiser', stage.province.code);
  const day = addDays(from, drawnDay(20, 60, wish.unit, 'pledged'));
  const about = `${wish.about.indicatorCode ?? ''}${wish.about.schemeCode ?? ''}`;
  const chance = drawn(wish.unit, about, 'pledge fate');
  const id = newId();
  const unitId = placeOf(stage, wish.unit).id;
  await play(stage, { at: instantOf(day, 9), by: officer }, async (context) => {
    const told = { wording: wish.wording, ...(wish.value && { value: wish.value }) };
    expectOk(await enterPledge(context, { id, unitId, year, ...wish.about, typed: told }));
    if (chance < 0.05) return;
    expectOk(await movePledges(context, { move: 'submit', chosen: [{ id, version: 1 }] }));
  });
  if (chance < 0.12) return;
  const isReturned = chance < 0.16;
  await play(stage, { at: instantOf(addDays(day, 5), 15), by: appraiser }, async (context) => {
    const chosen = [{ id, version: 2 }];
    const moved = isReturned
      ? await movePledges(context, { move: 'return', chosen, reason: demoText.pledgeReturned })
      : await movePledges(context, { move: 'accept', chosen });
    expectOk(moved);
  });
}
