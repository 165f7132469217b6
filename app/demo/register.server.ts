/**
 * The register of the story: some hundred and fifty holders of units that are played and their neighbours, ten years of classification and awards, all plainly
 * made up. One person of the first commune qualifies for the province's title, and stands there twice under one name.
 */
import type { Context } from '../platform/command.server.ts';
import { expectOk } from '../kernel/result.ts';
import { newId } from '../platform/id.server.ts';
import type { TypedHolder } from '../features/register/holder.ts';
import { createHolder } from '../features/register/holders.server.ts';
import { enterPastHonour } from '../features/register/honours.server.ts';
import { initiativesOf, linkInitiative } from '../features/register/initiatives.server.ts';
import type { NoteKind, TypedNote } from '../features/register/note.ts';
import { writeNote } from '../features/register/notes.server.ts';
import { drawn } from './chance.ts';
import { initiativeWords } from './initiatives.text.ts';
import { registerWords as said } from './register.text.ts';
import type { Place, Stage } from './stage.server.ts';
import { instantOf, inTurns, personOf, play } from './stage.server.ts';

const PERSONS = 10;
const YEARS = 10;
const NEIGHBOURS = 7;

export async function playRegister(stage: Stage, starring: readonly string[]): Promise<void> {
  const stars = starring.flatMap((code) => stage.places.get(code) ?? []);
  const others = stage.communes.filter(({ code }) => !starring.includes(code)).slice(0, NEIGHBOURS);
  const appraiser = personOf(stage, 'appraiser', stage.province.code);
  const units = [...stars, ...others].map((place, at) => ({ place, at, isFirst: place === firstCommune(stars) }));
  const scene = { at: instantOf(stage.today, 7), by: appraiser };
  await inTurns(units, (unit) => play(stage, scene, (context) => fillUnit(stage, context, unit)));
}

const firstCommune = (stars: readonly Place[]) => stars.find(({ kind }) => kind === 'commune');

type Unit = { readonly place: Place; readonly at: number; readonly isFirst: boolean };

async function fillUnit(stage: Stage, context: Context, unit: Unit): Promise<void> {
  const { place, at, isFirst } = unit;
  const thisYear = Number(stage.today.slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, back) => thisYear - YEARS + back);
  const desk: Desk = { stage, context, place };
  for (let n = 0; n < PERSONS; n += 1) await fillPerson(desk, { n, at, years });
  if (isFirst) await fillBest(desk, years);
  const group = await enter(desk, {
    kind: 'collective',
    name: said.collective(place.name),
    foundedYear: '1996',
    group: 'body',
    source: said.source,
  });
  for (const year of years.slice(-4)) await fillCollective(desk, group, year);
  const house = await enter(desk, { kind: 'household', name: said.household(at + 1), source: said.source });
  if (place.kind === 'commune') await give(desk, house, { award: 'gia-dinh-van-hoa', year: thisYear - 1 });
}

type Desk = { readonly stage: Stage; readonly context: Context; readonly place: Place };
type Given = { readonly n: number; readonly at: number; readonly years: readonly number[] };

async function fillPerson(desk: Desk, { n, at, years }: Given): Promise<void> {
  const isWoman = (n + at) % 2 === 0;
  const id = await enter(desk, {
    kind: 'person',
    name: said.person(n + at * PERSONS, isWoman),
    group: 'official',
    gender: isWoman ? 'female' : 'male',
    birthYear: String(1970 + ((n * 7 + at * 3) % 30)),
    position: said.positions[n % said.positions.length] ?? '',
    leader: n === 0 ? 'yes' : n % 4 === 3 ? '' : 'no',
    direct: n === 0 ? 'no' : n % 4 === 3 ? '' : 'yes',
    source: said.source,
  });
  const isStar = n % 5 === 1;
  for (const year of years.slice(n % 4)) {
    const level = isStar ? 'excellent' : drawn('level', n, at, year) < 0.2 ? 'completed' : 'good';
    await note(desk, id, 'year', { year: String(year), level, source: said.classified(year) });
    if (level === 'completed') continue;
    await give(desk, id, {
      award: isStar && year > (years[4] ?? 0) ? 'chien-si-thi-dua-co-so' : 'lao-dong-tien-tien',
      year,
    });
  }
  if (n % 4 === 3) return; // what nobody confirmed stays unknown
  for (const fact of ['awards', 'discipline', 'pending'])
    await note(desk, id, 'checked', { fact, source: said.confirmed });
  if (n === 2)
    await note(desk, id, 'post', {
      title: said.positions[2] ?? '',
      place: desk.place.name,
      from: `${years[3]}-01-01`,
      source: said.source,
    });
  if (n === 4) await give(desk, id, { award: 'giay-khen', year: years[6] ?? 0, kind: 'sudden' });
  if (n === 5)
    await note(desk, id, 'discipline', {
      measure: said.measure,
      from: `${years[2]}-03-01`,
      until: `${years[3]}-03-01`,
      number: said.disciplined,
    });
}

/** An author of the initiative that the province recognised, first under the name alone; then confirmed. And the same person once more. */
async function fillBest(desk: Desk, years: readonly number[]): Promise<void> {
  const name = initiativeWords.authors[0]?.[0] ?? said.person(0, false);
  const known = { kind: 'person', name, group: 'official', birthYear: '1984', gender: 'male', source: said.source };
  const id = await enter(desk, { ...known, position: said.positions[1] ?? '', leader: 'no', direct: 'yes' });
  for (const year of years.slice(-5)) {
    await note(desk, id, 'year', { year: String(year), level: 'excellent', source: said.classified(year) });
    await give(desk, id, { award: 'chien-si-thi-dua-co-so', year });
  }
  for (const fact of ['awards', 'discipline', 'pending'])
    await note(desk, id, 'checked', { fact, source: said.confirmed });
  const free = (await initiativesOf(desk.context.tx, id)).filter(
    ({ by, usedFor }) => by === 'name' && usedFor === null,
  );
  for (const { id: initiativeId } of free)
    expectOk(await linkInitiative(desk.context, { holderId: id, initiativeId, isAuthor: true }));
  const twin = await enter(desk, known);
  await give(desk, twin, { award: 'lao-dong-tien-tien', year: years[1] ?? 0 });
}

async function fillCollective(desk: Desk, id: string, year: number): Promise<void> {
  const total = 20;
  await note(desk, id, 'members', {
    year: String(year),
    total: String(total),
    completed: String(total),
    disciplined: '0',
    'lao-dong-tien-tien': String(12 + (year % 5)),
    'chien-si-thi-dua-co-so': '2',
    source: said.classified(year),
  });
  await note(desk, id, 'year', {
    year: String(year),
    level: year % 3 === 0 ? 'excellent' : 'good',
    source: said.classified(year),
  });
  await give(desk, id, { award: 'tap-the-lao-dong-tien-tien', year });
}

async function enter({ stage, context, place }: Desk, typed: TypedHolder): Promise<string> {
  const command = { id: newId(), unitId: place.id, typed, isAnother: true };
  return expectOk(await createHolder(context, stage.services.seal, command)).id;
}

async function note({ context }: Desk, holderId: string, kind: NoteKind, typed: TypedNote): Promise<void> {
  expectOk(await writeNote(context, { holderId, kind, key: newId(), version: 0, typed }));
}

type Award = { readonly award: string; readonly year: number; readonly kind?: 'sudden' | 'merit' };

async function give({ context, place }: Desk, holderId: string, { award, year, kind = 'merit' }: Award): Promise<void> {
  const typed = {
    award,
    year: String(year),
    kind,
    number: said.number(year, place.code),
    date: `${year}-12-20`,
    decidedBy: said.decidedBy(place.name),
    source: said.source,
  };
  expectOk(await enterPastHonour(context, { id: newId(), holderId, typed }));
}
