/** Targets assigned to communes and pledges of the units: most give one, some are sent back, some give none. */
import type { PlainDate } from '../kernel/calendar.ts';
import { addDays } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import { movePledges } from '../features/pledges/moving.server.ts';
import { enterPledge } from '../features/pledges/pledges.server.ts';
import { assignTarget } from '../features/targets/targets.server.ts';
import { drawn, drawnBetween, drawnDay } from './chance.ts';
import type { Aim, Reporter } from './figures.ts';
import { levelAt, typed } from './figures.ts';
import type { Stage } from './stage.server.ts';
import { instantOf, inTurns, personOf, placeOf, play } from './stage.server.ts';
import { demoText } from './text.ts';

export type Promises = {
  readonly from: PlainDate;
  readonly year: number;
  readonly aims: ReadonlyMap<string, Aim>;
  readonly reporters: readonly Reporter[];
};

/** What the year asks of the whole province, shared out by size; a ratio is asked of all alike, a little up or down. */
export async function assignTargets(stage: Stage, { from, year, aims, reporters }: Promises): Promise<void> {
  const by = personOf(stage, 'appraiser', stage.province.code);
  const threads = Object.entries(stage.story.indicators).filter(([, { targets }]) => targets);
  await inTurns(threads, async ([code, thread]) => {
    const aim = aims.get(code);
    if (!aim) return;
    const asked = levelAt(aim, { ...thread, pace: 1 }, year * 12 + 11);
    await play(stage, { at: instantOf(addDays(from, 14), 9), by }, async (context) => {
      for (const { code: unit, weight } of reporters) {
        const value = aim.hasParts
          ? Math.min(asked * drawnBetween(0.95, 1.05, code, unit, 'target'), aim.max ?? Infinity)
          : asked * weight;
        const told = { value: typed(value, aim.decimals), year: String(year), basis: stage.story.basis };
        const command = { id: newId(), indicatorCode: code, unitId: placeOf(stage, unit).id, typed: told };
        expectOk(await assignTarget(context, { ...command, replaces: null }));
      }
    });
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

function indicatorWishes(stage: Stage, { year, aims, reporters }: Promises): readonly Wish[] {
  const codes = Object.entries(stage.story.indicators).flatMap(([code, { targets }]) => (targets ? [code] : []));
  return reporters.flatMap(({ code: unit, weight }): readonly Wish[] => {
    const code = codes[drawnDay(0, codes.length - 1, unit, 'wish')];
    const aim = code === undefined ? undefined : aims.get(code);
    const thread = code === undefined ? undefined : stage.story.indicators[code];
    if (code === undefined || !aim || !thread) return [];
    const asked = levelAt(aim, { ...thread, pace: 1 }, year * 12 + 11) * (aim.hasParts ? 1 : weight * 1.02);
    const value = typed(Math.min(asked, aim.max ?? Infinity), aim.decimals);
    const about = { schemeCode: null, indicatorCode: code, criterionCode: null };
    return [{ unit, about, value, wording: demoText.pledgeAboutIndicator(aim.name, year) }];
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
