/**
 * Appraisal of the story: flags of other bodies, one that nobody bears yet; a dossier shown to the people with two opinions, and a unit
 * that is asked and has not answered.
 */
import { stranger } from '../kernel/actor.ts';
import type { PlainDate } from '../kernel/calendar.ts';
import { addDays, plainDateIn } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import { enterFlag } from '../features/appraisal/flags.server.ts';
import { publicLists, sendOpinion } from '../features/appraisal/public.server.ts';
import { enterDossier } from '../features/dossiers/drafting.server.ts';
import { moveDossier } from '../features/dossiers/moving.server.ts';
import type { OwnMove } from '../features/dossiers/owners.ts';
import { nominateNew } from '../features/dossiers/nominating.server.ts';
import { appraisalWords as said, toldFlags, toldHonoured } from './appraisal.text.ts';
import { dossierWords } from './dossiers.text.ts';
import { concludeAll, leave, versionOf } from './appraising.server.ts';
import type { Place, Stage } from './stage.server.ts';
import { instantOf, personOf, play } from './stage.server.ts';

export async function playAppraisal(stage: Stage, starring: readonly string[]): Promise<void> {
  const [department, ward, commune] = starring.flatMap((code) => stage.places.get(code) ?? []);
  if (!department || !ward || !commune) return;
  const appraiser = personOf(stage, 'appraiser', stage.province.code);
  for (const typed of toldFlags(commune.name)) {
    await play(stage, { at: instantOf(addDays(stage.today, -6), 9), by: appraiser }, async (context) => {
      expectOk(await enterFlag(context, stage.services.seal, { id: newId(), typed }));
    });
  }
  await showOne(stage, { department, asked: ward });
}

type Shown = { readonly department: Place; readonly asked: Place };

/** Proposed by the department, received, concluded on, and out for opinions: still open today. */
async function showOne(stage: Stage, { department, asked }: Shown): Promise<void> {
  const day = addDays(stage.today, -9);
  const id = newId();
  const officer = personOf(stage, 'officer', department.code);
  await play(stage, { at: instantOf(day, 8), by: officer }, async (context) => {
    const typed = { ...said.dossier, year: stage.today.slice(0, 4), to: stage.province.id, paperDate: day };
    expectOk(await enterDossier(context, { id, unitId: department.id, typed }));
    for (const { name, position, award, achievement, ...more } of toldHonoured) {
      const who = { holderId: newId(), unitId: department.id };
      const holder = { kind: 'person', name, position, source: said.source, ...more };
      const proposed = { id: newId(), dossierId: id, awardCode: award, achievement };
      expectOk(await nominateNew(context, stage.services.seal, { ...who, typed: holder, ...proposed }));
    }
  });
  await move(stage, { id, day, way: 'submit', by: 'head', at: department.code });
  await move(stage, { id, day: addDays(day, 1), way: 'receive', by: 'appraiser', at: stage.province.code });
  const appraiser = personOf(stage, 'appraiser', stage.province.code);
  await concludeAll(stage, { dossierId: id, at: instantOf(addDays(day, 3), 10), by: appraiser });
  await consult(stage, { id, asked, day: addDays(day, 4) });
  await hear(stage, addDays(day, 6));
}

type Step = {
  readonly id: string;
  readonly day: PlainDate;
  readonly way: OwnMove;
  readonly by: string;
  readonly at: string;
};

async function move(stage: Stage, { id, day, way, by, at }: Step): Promise<void> {
  await play(stage, { at: instantOf(day, 14), by: personOf(stage, by, at) }, async (context) => {
    const version = await versionOf(context, id);
    const reason = way === 'submit' ? dossierWords.lacking : null;
    expectOk(await moveDossier(context, { id, version, move: way, reason }));
  });
}

type Consulted = { readonly id: string; readonly asked: Place; readonly day: PlainDate };

async function consult(stage: Stage, { id, asked, day }: Consulted): Promise<void> {
  const appraiser = personOf(stage, 'appraiser', stage.province.code);
  const typed = { 'don-vi-them-0': asked.id, 'co-quan-1': said.outsideBody };
  await leave(stage, { dossierId: id, at: instantOf(day, 15), by: appraiser, move: 'consult', typed });
}

/** By people who were not asked who they are. */
async function hear(stage: Stage, day: PlainDate): Promise<void> {
  const { db, seal } = stage.services;
  const [list] = await publicLists(db);
  if (!list || !list.takesOpinions || plainDateIn(stage.services.clock()) < day) return;
  for (const typed of said.opinions) {
    await play(stage, { at: instantOf(day, 20), by: stranger }, async (context) => {
      expectOk(await sendOpinion(context, seal, { listId: list.id, id: newId(), typed }));
    });
  }
}
