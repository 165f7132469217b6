/** Two rounds of reports: last quarter's, nearly all in, and one that is filling as people come in. */
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
import { createRound } from '../features/rounds/drafting.server.ts';
import { moveRound } from '../features/rounds/rounds.server.ts';
import { drawn, drawnDay } from './chance.ts';
import type { Place, Stage } from './stage.server.ts';
import { instantOf, inTurns, personOf, play } from './stage.server.ts';
import { demoText } from './text.ts';

/** What is left to play: units of the cast have the second report still before them. */
export async function playReports(stage: Stage, starring: readonly string[]): Promise<void> {
  const { today } = stage;
  const quarter = previousPeriod(periodAt('quarter', today));
  const opened = addDays(endOf(quarter), -10);
  const past = await openRound(stage, { kind: 'quarter', opened, due: addDays(endOf(quarter), 15) });
  const all = [...stage.places.values()];
  await fillRound(stage, past, { places: all, share: 0.94 });
  const open = await openRound(stage, { kind: 'month', opened: addDays(today, -6), due: addDays(today, 8) });
  const others = all.filter(({ code }) => !starring.includes(code));
  await fillRound(stage, open, { places: others, share: 0.4 });
}

type Call = { readonly kind: PeriodKind; readonly opened: PlainDate; readonly due: PlainDate };
type Round = Call & { readonly id: string; readonly called: ReadonlySet<string> };

async function openRound(stage: Stage, { kind, opened, due }: Call): Promise<Round> {
  const { db } = stage.services;
  const by = personOf(stage, 'appraiser', stage.province.code);
  const { code } = previousPeriod(periodAt(kind, stage.today));
  const [form] = await latestForms(db);
  const kinds = (await kindsTakingPart(db)).map((one) => one.kind);
  const id = newId();
  const typed = { ten: demoText.roundName(periodText(code)), ky: code, han: due };
  await play(stage, { at: instantOf(opened, 8), by }, async (context) => {
    expectOk(await createRound(context, { id, typed, formId: form?.id ?? '', kinds }));
    expectOk(await moveRound(context, { id, version: 1, move: 'open' }));
  });
  const called = await db.selectFrom('round_unit').select('unit_id').where('round_id', '=', id).execute();
  return { id, kind, opened, due, called: new Set(called.map(({ unit_id }) => unit_id)) };
}

type Filling = { readonly places: readonly Place[]; readonly share: number };

/** Most on time, some late, as far as the day has come; then received, but for a few that come back. */
async function fillRound(stage: Stage, round: Round, { places, share }: Filling): Promise<void> {
  const longest = round.kind === 'month' ? 5 : 29;
  const sent = places.flatMap((place) => {
    const day = addDays(round.opened, drawnDay(1, longest, place.code, round.kind));
    const sends = round.called.has(place.id) && drawn(place.code, round.kind, 'report') < share;
    return sends && day < stage.today && stage.people.has(`head@${place.code}`) ? [{ place, day }] : [];
  });
  await inTurns(sent, ({ place, day }) => sendReport(stage, round, { place, day }));
  const decided = sent.filter(({ place }) => drawn(place.code, round.kind, 'decided') < 0.85);
  const by = personOf(stage, 'appraiser', stage.province.code);
  await play(stage, { at: instantOf(addDays(stage.today, -1), 16), by }, async (context) => {
    for (const { place } of decided) {
      const about = { roundId: round.id, unitId: place.id, version: 2 };
      const move = drawn(place.code, round.kind, 'fate') < 0.06 ? 'return' : 'receive';
      expectOk(await moveReport(context, { ...about, move, reason: demoText.reportReturned }));
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
