/**
 * Dossiers of the story, on several steps of their way: one being appraised with three kinds of nominees, one that a commune decides
 * itself, one by sector, one returned for a copied report, one before the council, one sudden before the authority, one draft.
 */
import { addDays } from '../kernel/calendar.ts';
import type { Person } from '../kernel/actor.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import { leavings } from '../features/appraisal/leaving.server.ts';
import { enterDossier } from '../features/dossiers/drafting.server.ts';
import { moveDossier } from '../features/dossiers/moving.server.ts';
import { nominateNew } from '../features/dossiers/nominating.server.ts';
import { ownMoves } from '../features/dossiers/owners.ts';
import { writeReport } from '../features/dossiers/reports.server.ts';
import { concludeAll, leave, versionOf } from './appraising.server.ts';
import { dossierWords as said, toldDossiers } from './dossiers.text.ts';
import type { ToldDossier, ToldNominee, ToldStep } from './dossiers.text.ts';
import type { Place, Stage } from './stage.server.ts';
import { instantOf, personOf, play } from './stage.server.ts';

export async function playDossiers(stage: Stage, starring: readonly string[]): Promise<void> {
  const [department, ward, commune] = starring.flatMap((code) => stage.places.get(code) ?? []);
  if (!department || !ward || !commune) return;
  const places = { department, ward, commune };
  for (const [at, told] of toldDossiers.entries())
    await playDossier(stage, { at, told, place: places[told.unit], department });
}

type One = { readonly at: number; readonly told: ToldDossier; readonly place: Place; readonly department: Place };

/** Its id, at the step where what is told of it ends. */
export async function playDossier(stage: Stage, one: One): Promise<string> {
  const { at, told, place, department } = one;
  const id = newId();
  const day = addDays(stage.today, -26 + at * 2);
  const officer = personOf(stage, 'officer', place.code);
  const typed = {
    ...told.typed,
    year: stage.today.slice(0, 4),
    to: told.isToOwn ? place.id : stage.province.id,
    route: told.isBySector ? 'sector' : 'territory',
    ...(told.isBySector && { via: department.id }),
    ...(told.steps.length > 0 && { paperNumber: said.paperNumber(at), paperDate: day }),
  };
  await play(stage, { at: instantOf(day, 9), by: officer }, async (context) => {
    expectOk(await enterDossier(context, { id, unitId: place.id, typed }));
  });
  for (const nominee of told.nominees) await propose(stage, { id, day, place, officer }, nominee);
  for (const [n, step] of told.steps.entries()) await take(stage, { id, day: addDays(day, n + 1), one }, step);
  return id;
}

type Turn = { readonly id: string; readonly day: string; readonly place: Place; readonly officer: Person };

async function propose(stage: Stage, { id, day, place, officer }: Turn, nominee: ToldNominee): Promise<void> {
  const { kind, name, position = '', gender = '', award, achievement, results } = nominee;
  const nomineeId = newId();
  const isPerson = kind === 'person';
  const more: Readonly<Record<string, string>> = isPerson ? { position, gender, leader: 'no', direct: 'yes' } : {};
  await play(stage, { at: instantOf(day, 10), by: officer }, async (context) => {
    const who = { holderId: newId(), unitId: place.id, typed: { kind, name, source: said.source, ...more } };
    const proposed = { id: nomineeId, dossierId: id, awardCode: award, achievement };
    expectOk(await nominateNew(context, stage.services.seal, { ...who, ...proposed }));
    if (results === undefined) return;
    const typed = { results, background: `${name}. ${achievement}`, ...said.sections, until: day };
    expectOk(await writeReport(context, { nomineeId, version: 0, typed }));
  });
}

type Taken = { readonly id: string; readonly day: string; readonly one: One };

async function take(stage: Stage, { id, day, one }: Taken, [move, by]: ToldStep): Promise<void> {
  const person = {
    head: () => personOf(stage, 'head', one.place.code),
    officer: () => personOf(stage, 'officer', one.place.code),
    appraiser: () => personOf(stage, 'appraiser', stage.province.code),
    'own appraiser': () => personOf(stage, 'appraiser', one.place.code),
    secretary: () => personOf(stage, 'council_secretary', stage.province.code),
    sector: () => personOf(stage, 'head', one.department.code),
  }[by]();
  const at = instantOf(day, 14);
  const isLeaving = leavings.find((each) => each === move);
  if (isLeaving) {
    const appraiser = personOf(stage, 'appraiser', stage.province.code);
    await concludeAll(stage, { dossierId: id, at: instantOf(day, 9), by: appraiser });
    await leave(stage, { dossierId: id, at, by: person, move: isLeaving });
    return;
  }
  const own = ownMoves.find((each) => each === move);
  if (!own) throw new Error(`${move} is no step of a dossier's own`);
  await play(stage, { at, by: person }, async (context) => {
    const version = await versionOf(context, id);
    const why = {
      reason: move === 'return' ? said.reason : move === 'submit' ? said.lacking : null,
      ground: move === 'return' ? 'report_form' : null,
    };
    expectOk(await moveDossier(context, { id, version, move: own, ...why }));
  });
}
