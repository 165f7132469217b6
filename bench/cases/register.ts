/** Looking up among 1,000,000 awards: by name, unit, award, year, number, alone and together, as an appraiser and a commune's officer. */
import { sql } from 'kysely';
import type { HonoursQuery } from '../../app/features/register/honours-list.server.ts';
import { duplicatePairs } from '../../app/features/register/duplicates.server.ts';
import { listHonours } from '../../app/features/register/honours-list.server.ts';
import { listHolders } from '../../app/features/register/list.server.ts';
import type { Person } from '../../app/kernel/actor.ts';
import { median, percentile } from '../figures.ts';
import type { Bench, Case } from '../measured.ts';
import { milliseconds } from '../measured.ts';
import { clearRegister, insertHolders, insertYears } from '../register.ts';
import { statisticsMeasured } from './statistics.ts';

const AWARDS = 1_000_000;
const YEARS = 10;

export const register: Case = {
  name: 'register',
  run: async (bench) => {
    const { owner, sizes, world } = bench;
    const holders = Math.min(AWARDS / YEARS, sizes.values);
    await clearRegister(owner);
    await insertHolders(owner, world, Math.ceil(holders * 1.1));
    await insertYears(owner, { first: 2021, last: 2030 });
    // What the server would do by itself in the midst of the questions.
    await sql`vacuum analyze honour, holder, holder_year, holder_checked`.execute(owner);
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from honour`.execute(owner);
    const times: { readonly name: string; readonly took: number }[] = [];
    const bare: number[] = [];
    const asked = questions(bench);
    for (let round = 0; round < Math.ceil(sizes.runs / 20) + 1; round += 1)
      for (const [name, body] of asked) {
        const took = await milliseconds(body);
        const beside = await milliseconds(() => bareLook(bench));
        if (round === 0) continue; // warming up
        times.push({ name, took });
        bare.push(beside);
      }
    const all = times.map(({ took }) => took);
    const slowest = asked.map(([name]) => ({
      name,
      p: percentile(
        times.filter((each) => each.name === name).map(({ took }) => took),
        0.95,
      ),
    }));
    const pairs = await pairTimes(bench);
    const worst = slowest.toSorted((a, b) => b.p - a.p).slice(0, 3);
    return [
      {
        name: 'register look-up, p95',
        figure: percentile(all, 0.95),
        unit: 'ms',
        target: { most: 40 },
        baseline: { what: 'bare look by the key of a holder', figure: median(bare), unit: 'ms' },
        notes: [
          `${rows[0]?.n ?? 0} awards, ${asked.length} questions, ${all.length} runs; median ${median(all).toFixed(1)} ms`,
          `slowest, p95: ${worst.map(({ name, p }) => `${name} ${p.toFixed(1)} ms`).join('; ')}`,
        ],
      },
      {
        name: 'register, holders that may be one',
        figure: percentile(pairs.product, 0.95),
        unit: 'ms',
        target: { most: 300 },
        baseline: { what: 'bare count of names borne twice', figure: median(pairs.bare), unit: 'ms' },
        notes: ['as an appraiser; hardly any pair there is, so all names are gone through'],
      },
      ...(await statisticsMeasured(bench)),
    ];
  },
};

type Question = readonly [string, () => Promise<unknown>];

function questions({ product, world }: Bench): readonly Question[] {
  const { db } = product.services;
  const unitId = world.communes[7]?.id;
  const queries: readonly (readonly [string, HonoursQuery])[] = [
    ['all', {}],
    ['name', { words: 'giang thi hoa' }],
    ['name and number of a person', { words: 'nguyen van an 4321' }],
    ['unit', { unitId }],
    ['award and year', { awardCode: 'chien-si-thi-dua-co-so', year: 2028 }],
    ['year and name', { year: 2027, words: 'sung duc' }],
    ['unit, award and year', { unitId, awardCode: 'lao-dong-tien-tien', year: 2026 }],
    ['number of a decision', { number: '1029/qđ' }],
    ['number of no decision', { number: '2029/qđ' }],
    ['number and name', { number: '1029/QĐ', words: 'thao minh' }],
    ['page 40', { page: 40 }],
  ];
  const askers: readonly (readonly [string, Person])[] = [
    ['appraiser', world.appraiser],
    ['officer', world.officers[3] ?? world.appraiser],
  ];
  return askers.flatMap(([who, actor]): readonly Question[] => [
    ...queries.map(([name, query]) => [`${name} (${who})`, () => listHonours(db, actor, query)] as const),
    [`holders by name (${who})`, () => listHolders(db, actor, { words: 'lu bich' })],
    [`holders of a unit (${who})`, () => listHolders(db, actor, { unitId })],
    [`holders (${who})`, () => listHolders(db, actor, {})],
  ]);
}

async function pairTimes({ product, sizes, world }: Bench) {
  const { db } = product.services;
  const [times, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < Math.ceil(sizes.runs / 40) + 1; round += 1) {
    const took = await milliseconds(() => duplicatePairs(db, world.appraiser));
    const beside = await milliseconds(() =>
      sql`select count(*) from (select from holder group by name_fold, kind having count(*) > 1) g`.execute(db),
    );
    if (round === 0) continue;
    times.push(took);
    bare.push(beside);
  }
  return { product: times, bare };
}

/** What PostgreSQL needs at least: awards of one holder by an index. */
async function bareLook({ product }: Bench): Promise<void> {
  await sql`select * from honour where holder_id = (select id from holder order by id limit 1) order by year`.execute(
    product.services.db,
  );
}
