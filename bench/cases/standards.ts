/**
 * The standards of 40,000 people over 10 years of register: read, made into cases, evaluated, reckoned, ranked, as the list of who qualifies does it;
 * beside the bare reading of the same rows.
 */
import { sql } from 'kysely';
import { findQualifying } from '../../app/features/register/qualifying.server.ts';
import { plainDateIn } from '../../app/kernel/calendar.ts';
import type { Bench, Case } from '../measured.ts';
import { milliseconds } from '../measured.ts';
import { clearRegister, insertHolders, insertYears } from '../register.ts';
import { benchClock } from '../world.ts';

const MANY = 40_000;
const today = plainDateIn(benchClock());
const year = Number(today.slice(0, 4)) - 1;

export const standards: Case = {
  name: 'standards',
  run: async ({ owner, sizes, world, product }) => {
    const many = Math.min(MANY, sizes.values);
    await clearRegister(owner);
    await insertHolders(owner, world, many);
    await insertYears(owner, { first: year - 9, last: year });
    const { db } = product.services;
    const asked = { awardCode: 'chien-si-thi-dua-tinh', year, received: today, atLeast: 'lacks_facts' } as const;
    let found = 0;
    const figure = await milliseconds(async () => {
      found = (await findQualifying(db, world.appraiser, asked)).length;
    });
    return [
      {
        name: `standards of ${MANY.toLocaleString('en')} people over 10 years`,
        figure: figure / 1000,
        unit: 's',
        target: { most: 10 },
        baseline: { what: 'bare reading of the same rows', figure: (await bareReading(db)) / 1000, unit: 's' },
        notes: [`${many} evaluated, ${found} not ruled out`, `${((figure * 1000) / many).toFixed(0)} µs each`],
      },
    ];
  },
};

const bareReading = (db: Bench['product']['services']['db']) =>
  milliseconds(async () => {
    await sql`select holder_id, award_code, year, kind, decided_on from honour`.execute(db);
    await sql`select holder_id, year, level from holder_year`.execute(db);
  });
