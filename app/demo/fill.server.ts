/**
 * Fills an empty installation with a plausible year of sample data, through the product's own commands. The same on
 * every machine for the same day: nothing here reads a clock or chance but the ids.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, plainDateIn } from '../kernel/calendar.ts';
import type { PlainDate } from '../kernel/calendar.ts';
import type { Services } from '../platform/services.server.ts';
import { startRefusal } from '../platform/start-refusal.ts';
import { findPackFolder } from '../features/directive/load-pack.server.ts';
import { drawnBetween } from './chance.ts';
import type { Reporter } from './figures.ts';
import { readAims } from './aims.server.ts';
import { playBlocks } from './blocks.server.ts';
import { consolidate } from './consolidations.server.ts';
import { playCentre } from './centre.server.ts';
import { playCouncil } from './council.server.ts';
import { bringPeople } from './people.server.ts';
import { playAfter } from './after.server.ts';
import { playEvaluation } from './evaluation.server.ts';
import { playLibrary } from './library.server.ts';
import { playInitiatives } from './initiatives.server.ts';
import { playAppraisal } from './appraisal.server.ts';
import { playDossiers } from './dossiers.server.ts';
import { playDecisions } from './decisions.server.ts';
import { playInspections } from './inspections.server.ts';
import { playMovements } from './movements.server.ts';
import { playPlans } from './plans.server.ts';
import { planValues } from './plan.ts';
import { assignTargets, pledge } from './promises.server.ts';
import { playRegister } from './register.server.ts';
import { playReports } from './reports.server.ts';
import { playSecretPapers } from './secrets.server.ts';
import { freezeReview, readOldMessages } from './review.server.ts';
import { seatBlocks, settleIndicators } from './settling.server.ts';
import type { Stage } from './stage.server.ts';
import type { Story } from './story.ts';
import { storyShape } from './story.ts';
import { demoText } from './text.ts';
import { playUrging } from './urging.server.ts';
import { playValues } from './values.server.ts';

/**
 * The directive is loaded and nobody is there yet; afterwards everybody of the story is, and a year has passed. Where
 * somebody is there already, nothing is touched and the answer is false.
 */
export async function fillDemo(services: Services, given?: Story): Promise<boolean> {
  if (await services.db.selectFrom('person').select('id').limit(1).executeTakeFirst()) return false;
  const story = given ?? (await readStory(services));
  const today = plainDateIn(services.clock());
  const stage = await setStage(services, story, today);
  const from = firstDay(today);
  const year = Number(today.slice(0, 4));
  const { aims, needsEvidence } = await readAims(services.db);
  const reporters = weighed(stage);
  await bringPeople(stage, from);
  await settleIndicators(stage, from, aims);
  await seatBlocks(stage, from, year);
  await playBlocks(stage);
  await assignTargets(stage, { from, year, aims, reporters });
  await pledge(stage, { from, year, aims, reporters });
  const starring = story.cast.flatMap(({ role, unit }) => (role === 'officer' ? [unit] : []));
  const scene = { today, story, aims, province: stage.province.code, communes: reporters, starring };
  await playMovements(stage, from, communesOf(stage, starring));
  await playPlans(stage, from, communesOf(stage, starring));
  await playValues(stage, planValues(scene), needsEvidence);
  await playReports(stage, starring);
  await playInspections(stage, starring);
  await playInitiatives(stage, starring);
  await playDossiers(stage, starring);
  await playDecisions(stage, starring);
  await playAppraisal(stage, starring);
  await playAfter(stage, starring);
  await playCentre(stage, starring);
  await playRegister(stage, starring);
  await playLibrary(stage);
  await playSecretPapers(stage, starring);
  await playCouncil(stage, starring);
  await playEvaluation(stage, from);
  await playUrging(stage, starring);
  await freezeReview(stage);
  await consolidate(stage);
  await readOldMessages(stage);
  return true;
}

export async function readStory({ config }: Services): Promise<Story> {
  const file = join(await findPackFolder(config.pack), 'sample.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw startRefusal(demoText.noStory(file));
  return storyShape.parse(JSON.parse(text.normalize('NFC')));
}

/** The first of the month eleven months back: before the oldest period that anybody reports is due. */
function firstDay(today: PlainDate): PlainDate {
  return `${addDays(`${today.slice(0, 7)}-01`, -330).slice(0, 7)}-01`;
}

async function setStage(services: Services, story: Story, today: PlainDate): Promise<Stage> {
  const units = await services.db
    .selectFrom('unit_now as u')
    .innerJoin('unit as n', 'n.id', 'u.id')
    .where('u.is_active', '=', true)
    .select(['n.id', 'n.code', 'u.name', 'u.kind', 'u.parent_id', 'n.takes_part'])
    .orderBy('n.code')
    .execute();
  const placed = units.map(({ id, code, name, kind }) => ({ id, code, name: name ?? code, kind: kind ?? '' }));
  const isCommune = (code: string) => units.some((unit) => unit.code === code && unit.takes_part);
  const top = units.find((unit) => unit.kind === 'province' && unit.parent_id === null);
  const province = placed.find(({ id }) => id === top?.id);
  if (!province) throw new Error('the demonstration needs a province');
  return {
    services,
    story,
    today,
    province,
    places: new Map(placed.map((place) => [place.code, place])),
    communes: placed.filter(({ kind, code }) => kind === 'commune' && isCommune(code)),
    people: new Map(),
  };
}

function communesOf({ communes }: Stage, codes: readonly string[]): readonly string[] {
  return codes.filter((code) => communes.some((commune) => commune.code === code));
}

/** Each commune's size, as its share of all. */
function weighed({ communes }: Stage): readonly Reporter[] {
  const sizes = communes.map(({ code }) => ({ code, weight: drawnBetween(0.5, 2, code, 'size') }));
  const all = sizes.reduce((sum, { weight }) => sum + weight, 0);
  return sizes.map(({ code, weight }) => ({ code, weight: weight / all }));
}
