/** Rounds of reports over the year: quarters that are closed, the last one nearly all in, and a month that is filling. */
import { addDays } from '../kernel/calendar.ts';
import type { PlainDate } from '../kernel/calendar.ts';
import { endOf, periodAt, previousPeriod } from '../kernel/period.ts';
import type { PeriodKind } from '../kernel/period.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import { periodText } from '../features/indicators/text.ts';
import { latestForms } from '../features/rounds/forms/forms.server.ts';
import { kindsTakingPart } from '../features/rounds/round-choices.server.ts';
import { moveReport, writeReport } from '../features/rounds/reports.server.ts';
import { postponeRound } from '../features/rounds/amending.server.ts';
import { createRound } from '../features/rounds/drafting.server.ts';
import { exemptUnit, moveRound } from '../features/rounds/rounds.server.ts';
import { drawn, drawnDay } from './chance.ts';
import type { Place, Stage } from './stage.server.ts';
import { instantOf, inTurns, personOf, play } from './stage.server.ts';
import { demoText } from './text.ts';

/** What is left to play: units of the cast have the last report still before them, and one of them one that came back. */
export async function playReports(stage: Stage, starring: readonly string[]): Promise<void> {
  const { today } = stage;
  const all = [...stage.places.values()];
  for (const quarter of quartersBefore(today)) {
    const past = await openRound(stage, calledFor('quarter', quarter.code, endOf(quarter)));
    await fillRound(stage, past, { places: all, share: 0.97, returned: [] });
    await closeRound(stage, past);
  }
  const last = previousPeriod(periodAt('quarter', today));
  const late = await openRound(stage, calledFor('quarter', last.code, endOf(last)));
  await exempt(stage, late);
  await fillRound(stage, late, { places: all, share: 0.94, returned: starring.slice(0, 1) });
  const month = previousPeriod(periodAt('month', today));
  const open = await openRound(stage, {
    kind: 'month',
    period: month.code,
    opened: addDays(today, -6),
    due: addDays(today, 4),
  });
  await postpone(stage, open, addDays(today, 8));
  const others = all.filter(({ code }) => !starring.includes(code));
  await fillRound(stage, open, { places: others, share: 0.4, returned: [] });
}

/** Two that are over, the older first; the one after them is the last, still taking what is late. */
function quartersBefore(today: PlainDate) {
  const last = previousPeriod(periodAt('quarter', today));
  const before = previousPeriod(last);
  return [previousPeriod(before), before];
}

const calledFor = (kind: PeriodKind, period: string, end: PlainDate): Call => ({
  kind,
  period,
  opened: addDays(end, -10),
  due: addDays(end, 15),
});

type Call = {
  readonly kind: PeriodKind;
  readonly period: string;
  readonly opened: PlainDate;
  readonly due: PlainDate;
};
type Round = Call & { readonly id: string; readonly called: ReadonlySet<string> };

const caller = (stage: Stage) => personOf(stage, 'appraiser', stage.province.code);

async function openRound(stage: Stage, call: Call): Promise<Round> {
  const { db } = stage.services;
  const [form] = await latestForms(db);
  const kinds = (await kindsTakingPart(db)).map((one) => one.kind);
  const id = newId();
  const typed = { ten: demoText.roundName(periodText(call.period)), ky: call.period, han: call.due };
  await play(stage, { at: instantOf(call.opened, 8), by: caller(stage) }, async (context) => {
    expectOk(await createRound(context, { id, typed, formId: form?.id ?? '', kinds }));
    expectOk(await moveRound(context, { id, version: 1, move: 'open' }));
  });
  const called = await db.selectFrom('round_unit').select('unit_id').where('round_id', '=', id).execute();
  return { ...call, id, called: new Set(called.map(({ unit_id }) => unit_id)) };
}

async function exempt(stage: Stage, round: Round): Promise<void> {
  const one = [...stage.places.values()].findLast(({ id }) => round.called.has(id));
  if (!one) return;
  await play(stage, { at: instantOf(addDays(round.opened, 1), 9), by: caller(stage) }, async (context) => {
    expectOk(await exemptUnit(context, { roundId: round.id, unitId: one.id, reason: demoText.reportExempt }));
  });
}

async function postpone(stage: Stage, round: Round, day: PlainDate): Promise<void> {
  await play(stage, { at: instantOf(addDays(round.opened, 2), 9), by: caller(stage) }, async (context) => {
    expectOk(await postponeRound(context, { id: round.id, version: 2, day, reason: demoText.roundPostponed }));
  });
}

async function closeRound(stage: Stage, round: Round): Promise<void> {
  await play(stage, { at: instantOf(addDays(round.due, 30), 9), by: caller(stage) }, async (context) => {
    expectOk(await moveRound(context, { id: round.id, version: 2, move: 'close' }));
  });
}

type Filling = {
  readonly places: readonly Place[];
  readonly share: number;
  /** By code: these come back whatever chance says. */
  readonly returned: readonly string[];
};

/** Most on time, some late, as far as the day has come; then received, but for a few that come back. */
async function fillRound(stage: Stage, round: Round, { places, share, returned }: Filling): Promise<void> {
  const longest = round.kind === 'month' ? 5 : 29;
  const key = round.kind === 'month' ? 'month' : round.period;
  const sent = places.flatMap((place) => {
    const day = addDays(round.opened, drawnDay(1, longest, place.code, key));
    const sends = round.called.has(place.id) && drawn(place.code, key, 'report') < share;
    return sends && day < stage.today && stage.people.has(`head@${place.code}`) ? [{ place, day }] : [];
  });
  await inTurns(sent, ({ place, day }) => sendReport(stage, round, { place, day }));
  const decided = sent.filter(({ place }) => returned.includes(place.code) || drawn(place.code, key, 'decided') < 0.85);
  const over = addDays(round.due, 20);
  const at = instantOf(over < stage.today ? over : addDays(stage.today, -1), 16);
  await play(stage, { at, by: caller(stage) }, async (context) => {
    for (const { place } of decided) {
      const about = { roundId: round.id, unitId: place.id, version: 2 };
      const comesBack = returned.includes(place.code) || drawn(place.code, key, 'fate') < 0.06;
      expectOk(
        await moveReport(context, {
          ...about,
          move: comesBack ? 'return' : 'receive',
          reason: demoText.reportReturned,
        }),
      );
    }
  });
}

type Sent = { readonly place: Place; readonly day: PlainDate };

async function sendReport(stage: Stage, round: Round, { place, day }: Sent): Promise<void> {
  const by = personOf(stage, 'head', place.code);
  const about = { roundId: round.id, unitId: place.id };
  await play(stage, { at: instantOf(day, 10), by }, async (context) => {
    const typed = (position: number, part: string) => (part === '' ? demoText.reportBody(position, place.name) : '');
    expectOk(await writeReport(context, { ...about, version: 0, typed }));
    expectOk(await moveReport(context, { ...about, version: 1, move: 'sign' }));
  });
}
