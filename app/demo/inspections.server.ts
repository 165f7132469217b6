/**
 * Inspections of the story: the province's programme of the year, held in most of its units with findings that are closed in
 * time, closed late, open or overdue, one still to come; and a lead body of the cast that checked its own scheme.
 */
import type { PlainDate } from '../kernel/calendar.ts';
import { addDays } from '../kernel/calendar.ts';
import type { Person } from '../kernel/actor.ts';
import { expectOk } from '../kernel/result.ts';
import { importedId, newId } from '../platform/id.server.ts';
import { answerFinding, decideFinding, saveFinding } from '../features/inspections/findings.server.ts';
import { moveInspection, writeMinutes } from '../features/inspections/minutes.server.ts';
import { planInspections } from '../features/inspections/planning.server.ts';
import { enterProgramme, moveProgramme } from '../features/inspections/programmes.server.ts';
import { inspectionWords as said } from './inspections.text.ts';
import type { Place, Stage } from './stage.server.ts';
import { instantOf, personOf, play } from './stage.server.ts';

/** Days before today at which a unit was looked at, and what became of each finding: days until it was answered, if it was. */
type Visit = { readonly ago: number; readonly answers: readonly (number | null)[]; readonly due: number };
const visits: readonly Visit[] = [
  { ago: 75, due: 30, answers: [20, 27] },
  { ago: 60, due: 20, answers: [15, 40] },
  { ago: 45, due: 21, answers: [null, 18] },
  { ago: 12, due: 30, answers: [8, null] },
];

export async function playInspections(stage: Stage, starring: readonly string[]): Promise<void> {
  const inspector = personOf(stage, 'inspector', stage.province.code);
  const units = seated(stage, starring);
  const first = `${stage.today.slice(0, 4)}-01-01`;
  const start = addDays(stage.today, -80) < first ? first : addDays(stage.today, -80);
  const held = visits.filter(({ ago }) => addDays(stage.today, -ago) >= start && addDays(stage.today, -ago) > first);
  if (units.length < visits.length + 1 || held.length === 0) return;
  const ids = await programme(stage, inspector, { start, units: units.slice(0, held.length + 1), days: held });
  for (const [at, visit] of held.entries()) {
    const unit = units[at];
    const id = ids[at];
    if (unit && id) await visited(stage, { inspector, unit, id, visit });
  }
  await selfCheck(stage, starring);
}

/** The cast's communes among others, so that whoever plays one finds something to do. */
function seated(stage: Stage, starring: readonly string[]): readonly Place[] {
  const own = starring.flatMap((code) => stage.communes.filter((one) => one.code === code));
  const others = stage.communes.filter(({ code }) => !starring.includes(code) && stage.people.has(`officer@${code}`));
  const [one, two] = own;
  return [others[3], others[9], one, two, others[15]].flatMap((place) => place ?? []);
}

type Year = { readonly start: PlainDate; readonly units: readonly Place[]; readonly days: readonly Visit[] };

async function programme(stage: Stage, by: Person, { start, units, days }: Year): Promise<readonly string[]> {
  const id = newId();
  const year = stage.today.slice(0, 4);
  const team = [
    { name: by.name, part: 'leader' },
    { name: `${by.name} Hai`, part: 'secretary' },
  ] as const;
  return play(stage, { at: instantOf(start, 9), by }, async (context) => {
    const typed = { year, title: `${said.programme} ${year}`, purpose: said.purpose };
    expectOk(await enterProgramme(context, { id, unitId: stage.province.id, typed }));
    const ids: string[] = [];
    for (const [at, unit] of units.entries()) {
      const visit = days[at];
      const day = visit ? addDays(stage.today, -visit.ago) : endOfYear(stage.today);
      const plan = { title: said.title, content: said.content, firstDay: day, lastDay: day };
      const base = newId();
      const [made] = expectOk(
        await planInspections(context, {
          idFor: (unitId) => importedId(base, unitId),
          byUnitId: stage.province.id,
          programmeId: id,
          about: { schemeCode: null, movementId: null },
          unitIds: [unit.id],
          typed: plan,
          team,
        }),
      );
      ids.push(made?.id ?? '');
    }
    const paper = { number: said.number, date: start };
    expectOk(await moveProgramme(context, { id, version: 1, move: 'approve', typed: paper }));
    return ids;
  });
}

const endOfYear = (today: PlainDate) => {
  const soon = addDays(today, 14);
  return soon.slice(0, 4) === today.slice(0, 4) ? soon : `${today.slice(0, 4)}-12-31`;
};

type Told = { readonly inspector: Person; readonly unit: Place; readonly id: string; readonly visit: Visit };

async function visited(stage: Stage, { inspector, unit, id, visit }: Told): Promise<void> {
  const day = addDays(stage.today, -visit.ago);
  const ids = visit.answers.map(() => newId());
  await play(stage, { at: instantOf(day, 15), by: inspector }, async (context) => {
    const words = { place: said.place, attendees: said.attendees, results: said.results, opinions: said.opinions };
    const typed = { heldOn: day, ...words, conclusion: said.conclusion };
    expectOk(await writeMinutes(context, { id, version: 1, typed }));
    for (const [at, findingId] of ids.entries()) {
      const [statement = '', remedy = ''] = said.findings[at] ?? [];
      const finding = { statement, remedy, dueOn: addDays(day, visit.due) };
      expectOk(await saveFinding(context, { inspectionId: id, id: findingId, version: null, typed: finding }));
    }
    expectOk(await moveInspection(context, { id, version: 2, move: 'issue' }));
  });
  const officer = personOf(stage, 'officer', unit.code);
  for (const [at, after] of visit.answers.entries()) {
    const findingId = ids[at] ?? '';
    if (after === null || addDays(day, after) >= stage.today) continue;
    const answer = { answerId: newId(), id: findingId, version: 1, typed: { said: said.answer } };
    await play(stage, { at: instantOf(addDays(day, after), 10), by: officer }, async (context) =>
      expectOk(await answerFinding(context, answer)),
    );
    const closed = addDays(day, after + 2);
    if (visit.ago < 20 || closed >= stage.today) continue;
    await play(stage, { at: instantOf(closed, 10), by: inspector }, async (context) =>
      expectOk(await decideFinding(context, { id: findingId, version: 2, move: 'close' })),
    );
  }
}

/** A lead body of the cast looks at how it carries out its own scheme. */
async function selfCheck(stage: Stage, starring: readonly string[]): Promise<void> {
  const lead = await stage.services.db
    .selectFrom('scheme_unit as l')
    .innerJoin('scheme as s', 's.code', 'l.scheme_code')
    .innerJoin('unit as u', 'u.id', 'l.unit_id')
    .select(['s.code', 'u.id', 'u.code as unit'])
    .where('l.part', '=', 'lead')
    .where('s.is_secret', '=', false)
    .where('u.code', 'in', [...starring])
    .orderBy('s.position')
    .executeTakeFirst();
  const head = lead && stage.people.get(`head@${lead.unit}`);
  if (!lead || !head) return;
  const day = addDays(stage.today, -30);
  const base = newId();
  await play(stage, { at: instantOf(day, 16), by: head }, async (context) => {
    const typed = {
      title: said.selfCheck,
      content: said.content,
      firstDay: day,
      lastDay: day,
      outsideReason: said.selfReason,
    };
    const [made] = expectOk(
      await planInspections(context, {
        idFor: (unitId) => importedId(base, unitId),
        byUnitId: lead.id,
        programmeId: null,
        about: { schemeCode: lead.code, movementId: null },
        unitIds: [lead.id],
        typed,
        team: [{ name: head.name, part: 'leader' }],
      }),
    );
    const id = made?.id ?? '';
    const minutes = { heldOn: day, attendees: said.attendees, results: said.results, conclusion: said.conclusion };
    expectOk(await writeMinutes(context, { id, version: 1, typed: minutes }));
    expectOk(await moveInspection(context, { id, version: 2, move: 'issue' }));
  });
}
