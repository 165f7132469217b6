/**
 * A province's yearly submission: five hundred nominees in one dossier, every tenth report copied from another, among the reports of other
 * dossiers. What takes longest of its way: the pages of whoever writes and appraises, the report of appraisal, the council's secret vote on
 * all of them, and the decision approved and issued; beside the bare reading of the same rows.
 */
import { sql } from 'kysely';
import { appraisedNominees } from '../../app/features/appraisal/appraised.server.ts';
import { appraisalOf } from '../../app/features/appraisal/one.server.ts';
import { reportPaper } from '../../app/features/appraisal/papers.text.ts';
import { approveDecision, sendOn } from '../../app/features/decisions/approving.server.ts';
import { draftDecision } from '../../app/features/decisions/drafting.server.ts';
import { findDecision } from '../../app/features/decisions/one.server.ts';
import { papersSeen } from '../../app/features/dossiers/completeness.server.ts';
import { findDossier } from '../../app/features/dossiers/one.server.ts';
import { warningsFor } from '../../app/features/dossiers/warnings.server.ts';
import { issuerAt } from '../../app/features/organisation/issuer.server.ts';
import { sharesOf } from '../../app/features/register/fairness.server.ts';
import { plainDateIn } from '../../app/kernel/calendar.ts';
import { expectOk } from '../../app/kernel/result.ts';
import type { Context } from '../../app/platform/command.server.ts';
import { act } from '../../app/platform/command.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { sendPaper } from '../../app/platform/print/send.server.ts';
import { median, percentile } from '../figures.ts';
import { copyOf, wordsOf } from '../initiatives.ts';
import type { Bench, Case, Measured } from '../measured.ts';
import { milliseconds } from '../measured.ts';
import { insertYears } from '../register.ts';
import { benchClock } from '../world.ts';
import { seatAuthority } from './decisions.ts';
import { insertReports } from './reports.ts';

const MANY = 500;
const OTHERS = 5_000;
const today = plainDateIn(benchClock());

export const dossier: Case = {
  name: 'dossier',
  run: async (bench) => {
    const isFull = bench.sizes.values >= 100_000;
    const many = isFull ? MANY : 3;
    const id = await insertYearly(bench, many, isFull ? OTHERS : 12);
    const bare = await medianOf(bench, () => bareReading(bench, id));
    const beside = { what: 'bare reading of its rows', figure: bare, unit: 'ms' };
    const pages = [
      { name: `page of a dossier of ${MANY}, p95`, body: () => dossierPage(bench, id) },
      { name: 'its appraisal, p95', body: () => appraised(bench, id, 50) },
    ];
    const figures: Measured[] = [];
    for (const { name, body } of pages) {
      const figure = percentile(await timesOf(bench, body), 0.95);
      figures.push({ name, figure, unit: 'ms', target: { most: 1000 }, baseline: beside, ratio: figure / bare });
    }
    const deed: Deed = async (name, body, most = 10) => {
      const before = process.cpuUsage();
      const took = await milliseconds(body);
      const { user, system } = process.cpuUsage(before);
      const notes = [`${many} nominees; ${((user + system) / 1e6).toFixed(1)} s of the product's own cores`];
      const ratio = took / bare;
      figures.push({ name, figure: took / 1000, unit: 's', target: { most }, baseline: beside, ratio, notes });
    };
    await deed('its report of appraisal as PDF', () => appraisalReport(bench, id, many));
    await decideOn(bench, id, deed);
    return figures;
  },
};

async function timesOf({ sizes }: Bench, body: () => Promise<unknown>): Promise<readonly number[]> {
  await body(); // warming up
  const times: number[] = [];
  for (let round = 0; round < sizes.rounds * 2; round += 1) times.push(await milliseconds(body));
  return times;
}

const medianOf = async (bench: Bench, body: () => Promise<unknown>) => median(await timesOf(bench, body));

/** Handed in by a commune and received, with what the register has of each over ten years. */
async function insertYearly(bench: Bench, many: number, others: number): Promise<string> {
  const { owner } = bench;
  const wordsAt = (n: number) => wordsOf(n + 1_000_000);
  const background = Array.from({ length: others }, (_, n) => ({ id: newId(), words: wordsAt(n) }));
  const own = Array.from({ length: many }, (_, n) => {
    const words = n % 10 === 3 ? copyOf(wordsAt(n), n) : wordsAt(others + n);
    return { id: newId(), words };
  });
  await insertReports(bench, background);
  await insertReports(bench, own, many);
  const { dossier_id: id } = await owner
    .selectFrom('nominee')
    .select('dossier_id')
    .where('id', '=', own[0]?.id ?? '')
    .executeTakeFirstOrThrow();
  await sql`update holder set source = 'bản trình năm' where id in (select holder_id from nominee where dossier_id = ${id})`.execute(
    owner,
  );
  await insertYears(owner, { first: 2016, last: 2025, source: 'bản trình năm' });
  await sql`update dossier set received_on = '2026-06-01', stage = 'appraising' where id = ${id}`.execute(owner);
  await sql`vacuum analyze holder, honour, holder_year, nominee, dossier`.execute(owner);
  return id;
}

/** All that the page is drawn from. */
async function dossierPage({ product, world }: Bench, id: string): Promise<void> {
  const { db } = product.services;
  const one = await findDossier(db, world.appraiser, id);
  if (!one) throw new Error('the dossier is not seen');
  const nominees = one.nominees.slice(0, 50);
  await Promise.all([
    warningsFor(db, world.appraiser, one.dossier, { nominees, today }),
    papersSeen(db, one.dossier, one.nominees, today),
    sharesOf(
      db,
      one.nominees.map(({ holderId }) => holderId),
    ),
  ]);
}

async function appraised({ product, world }: Bench, id: string, most: number) {
  const { db } = product.services;
  const one = await appraisalOf(db, world.appraiser, id, today);
  if (one?.kind !== 'inside') throw new Error('the appraisal is not seen');
  const ids = one.nominees.slice(0, most).map((nominee) => nominee.id);
  const looked = { dossier: one.dossier, all: one.nominees, ids };
  return { one, nominees: await appraisedNominees(db, world.appraiser, looked, today) };
}

async function appraisalReport(bench: Bench, id: string, many: number): Promise<void> {
  const { one, nominees } = await appraised(bench, id, many);
  if (many >= 10 && nominees.every(({ copies }) => copies.length === 0)) throw new Error('no copied report was found');
  const issuer = await issuerAt(bench.product.services.db, bench.world.rootId);
  const paper = reportPaper({ one, nominees, opinions: [], issuer, today });
  expectOk(await sendPaper({ paper, format: 'pdf', name: 'bao-cao', made: benchClock() }));
}

/** In seconds, ten unless said otherwise. */
type Deed = (name: string, body: () => Promise<unknown>, most?: number) => Promise<void>;

/** Straight before the authority: what the council does of it is its own deed. */
async function decideOn(bench: Bench, dossierId: string, deed: Deed): Promise<void> {
  const { owner, world, edge, product } = bench;
  await sql`update dossier set stage = 'deciding' where id = ${dossierId}`.execute(owner);
  const authority = await seatAuthority(bench);
  const id = newId();
  const asked = ({ tx }: Context) =>
    tx.selectFrom('decision').select(['id', 'version']).where('id', '=', id).executeTakeFirstOrThrow();
  expectOk(await act(edge(world.appraiser), (context) => draftDecision(context, { id, dossierIds: [dossierId] })));
  expectOk(await act(edge(world.appraiser), async (context) => sendOn(context, await asked(context), 'submit')));
  await deed('page of its decision', () => findDecision(product.services.db, authority, id, today), 1);
  await deed('its decision approved, numbered and drawn', async () =>
    expectOk(
      await act(edge(authority), async (context) => approveDecision(context, product.services, await asked(context))),
    ),
  );
}

async function bareReading({ product }: Bench, id: string): Promise<void> {
  const { db } = product.services;
  await sql`select n.*, h.*, r.*, p.prints from nominee n join holder h on h.id = n.holder_id
    left join nominee_report r on r.nominee_id = n.id left join nominee_print p on p.nominee_id = n.id
    where n.dossier_id = ${id}`.execute(db);
}
