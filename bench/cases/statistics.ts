/** What is counted of a million honours: the table and the shares of its page, the statistical form, who qualifies and was not proposed; beside the bare aggregate of the same rows. */
import { sql } from 'kysely';
import { sharesByYear, sharesOfHonours } from '../../app/features/honours/fairness.server.ts';
import { filterIn } from '../../app/features/honours/filter.ts';
import { formAt } from '../../app/features/honours/form.server.ts';
import { statisticsAt } from '../../app/features/honours/view.server.ts';
import { countCandidates, findQualifying } from '../../app/features/register/qualifying.server.ts';
import { plainDateIn } from '../../app/kernel/calendar.ts';
import { median, percentile } from '../figures.ts';
import type { Bench, Measured } from '../measured.ts';
import { milliseconds } from '../measured.ts';
import { benchClock } from '../world.ts';

const ROUNDS = 5;

/** Of the register as the look-up has set it. */
export async function statisticsMeasured(bench: Bench): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const [what, body] of counted(bench)) measured.push(await besideBare(bench, what, body));
  return measured;
}

type Counting = readonly [string, () => Promise<unknown>];

/** As an appraiser, who sees them all; of all years, which an address may ask for. */
function counted({ product, world }: Bench): readonly Counting[] {
  const { db } = product.services;
  const { appraiser, communes } = world;
  const now = benchClock();
  const [ofYears, byUnit] = ['tu-nam=', 'tu-nam=&hang=don-vi'].map((query) => new URL(`http://bench/?${query}`));
  if (!ofYears || !byUnit) return [];
  const filter = filterIn(ofYears.searchParams, now.getFullYear());
  const received = plainDateIn(now);
  const asked = { awardCode: 'chien-si-thi-dua-tinh', year: 2030, received, atLeast: 'lacks_facts' } as const;
  return [
    ['table by award', () => statisticsAt(db, appraiser, { url: ofYears, now })],
    ['table by unit', () => statisticsAt(db, appraiser, { url: byUnit, now })],
    ['shares of each year', () => sharesByYear(db, appraiser, filter)],
    ['shares of a list', () => sharesOfHonours(db, appraiser, filter)],
    ['statistical form', () => formAt(db, appraiser, { url: ofYears, now })],
    ['candidates counted', () => countCandidates(db, appraiser, asked)],
    ['who qualifies in a commune', () => findQualifying(db, appraiser, { ...asked, unitId: communes[7]?.id })],
  ];
}

async function besideBare(bench: Bench, what: string, body: () => Promise<unknown>): Promise<Measured> {
  const own: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < Math.min(ROUNDS, bench.sizes.rounds) + 1; round += 1) {
    const pair = [await milliseconds(body), await milliseconds(() => bareCount(bench))];
    if (round === 0) continue; // warming up
    own.push(pair[0] ?? Number.NaN);
    bare.push(pair[1] ?? Number.NaN);
  }
  return {
    name: `honours, ${what}`,
    figure: percentile(own, 0.95) / 1000,
    unit: 's',
    target: { most: 2 },
    baseline: { what: 'bare aggregate of all rows', figure: median(bare) / 1000, unit: 's' },
    ratio: median(own) / median(bare),
    notes: [`median ${(median(own) / 1000).toFixed(2)} s`],
  };
}

/** Every honour with its holder, by award, kind of holder and year. */
async function bareCount({ product }: Bench): Promise<void> {
  await sql`select o.award_code, h.kind, o.year, count(*) from honour o join holder h on h.id = o.holder_id group by 1, 2, 3`.execute(
    product.services.db,
  );
}
