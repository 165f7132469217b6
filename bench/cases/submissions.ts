/**
 * The last minutes of a round: every head keeps, signs and sends the report, each by the deed of the report's page in one
 * transaction: within one minute, ten times closer together than the last ten minutes of which the target speaks, and all
 * at the same moment, the worst there is. Afterwards every acknowledged report is looked for. Beside it the bare rows.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Person } from '../../app/kernel/actor.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { act } from '../../app/platform/command.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { createRound } from '../../app/features/rounds/drafting.server.ts';
import { latestForms, sectionsOf } from '../../app/features/rounds/forms/forms.server.ts';
import type { Place } from '../../app/features/rounds/report-case.server.ts';
import { moveReport, writeReport } from '../../app/features/rounds/reports.server.ts';
import { moveRound } from '../../app/features/rounds/rounds.server.ts';
import { percentile } from '../figures.ts';
import type { Bench, Case, Measured } from '../measured.ts';
import { insertPerson } from '../world.ts';

const MANY = 130;
const text = 'Kết quả trong kỳ: đã hoàn thành các nội dung đã đăng ký, có số liệu kèm theo. '.repeat(20).trim();

export const submissions: Case = {
  name: 'submissions',
  run: async (bench) => {
    const heads = await insertHeads(bench);
    const minute = bench.sizes.seconds * 15_000;
    const spread = await measure(bench, heads, { rounds: 1, within: minute, from: 0 });
    const atOnce = await measure(bench, heads, { rounds: bench.sizes.rounds, within: 0, from: 1 });
    const many = `${heads.length} submissions`;
    return [
      { ...figureOf(spread, `${many} within ${minute / 1000} s, p99`), target: { most: 1000 } },
      { ...figureOf(atOnce, `${many} at once, p99`), target: null },
      { name: 'submissions lost', figure: spread.lost + atOnce.lost, unit: 'lost', target: { most: 0 } },
    ];
  },
};

type Rush = { readonly own: readonly number[]; readonly bare: readonly number[]; readonly lost: number };
type Rounds = { readonly rounds: number; readonly within: number; readonly from: number };

async function measure(bench: Bench, heads: readonly Person[], { rounds, within, from }: Rounds): Promise<Rush> {
  const own: number[] = [];
  const bare: number[] = [];
  let lost = 0;
  for (let round = from; round < from + rounds; round += 1) {
    const roundId = await openRound(bench, round);
    for (const head of heads) await write(bench, head, { roundId, unitId: head.homeUnitId }, 0);
    const sent = await Promise.all(
      heads.map(async (head, at) => {
        await pause(momentOf(at) * within);
        return send(bench, head, roundId);
      }),
    );
    const acknowledged = sent.filter(({ isOk }) => isOk).length;
    own.push(...sent.map(({ took }) => took));
    lost += heads.length - Math.min(acknowledged, await countStored(bench, roundId));
    bare.push(...(await bareRows(bench, roundId, within)));
  }
  return { own, bare, lost };
}

/** Of the stretch, from 0 to 1: scattered, and the same in every run. */
const momentOf = (at: number): number => (at * 0.618_033_988_75) % 1;

function figureOf({ own, bare }: Rush, name: string): Omit<Measured, 'target'> {
  const [p99, beside] = [percentile(own, 0.99), percentile(bare, 0.99)];
  const notes = [
    `${own.length} in all; median ${percentile(own, 0.5).toFixed(0)} ms, last ${Math.max(...own).toFixed(0)} ms`,
    'the bare rows are texts, sending and stage alone, without rights, tables, the record and its jobs',
  ];
  const baseline = { what: 'the same rows by bare SQL, p99', figure: beside, unit: 'ms' };
  return { name, figure: p99, unit: 'ms', baseline, ratio: p99 / beside, notes };
}

/** Of the units that take part, as many as there are up to 130: communes and provincial bodies. */
async function insertHeads({ owner, sizes }: Bench): Promise<readonly Person[]> {
  const { rows } = await sql<{ id: string }>`
    select u.id from unit_now u where u.is_active and u.takes_part order by u.kind <> 'commune', u.code
    limit ${sizes.values < 1000 ? 5 : MANY}`.execute(owner);
  const heads: Person[] = [];
  for (const [at, { id }] of rows.entries())
    heads.push(await insertPerson(owner, { name: `Người Đo Ký ${at + 1}`, role: 'head', unitId: id }));
  return heads;
}

async function openRound({ edge, world, owner }: Bench, at: number): Promise<string> {
  const id = newId();
  const [form] = await latestForms(owner);
  const { rows } = await sql<{
    kind: string;
  }>`select distinct kind from unit_now where is_active and takes_part`.execute(owner);
  const typed = { ten: `Kỳ đo ${at + 1}`, ky: '2030-Q4', han: '2031-01-20' };
  const command = { id, typed, formId: form?.id ?? '', kinds: rows.map(({ kind }) => kind) };
  expectOk(await act(edge(world.appraiser), (context) => createRound(context, command)));
  expectOk(await act(edge(world.appraiser), (context) => moveRound(context, { id, version: 1, move: 'open' })));
  return id;
}

async function write({ edge }: Bench, head: Person, place: Place, version: number): Promise<void> {
  const typed = (_: number, part: string) => (part === '' ? text : '');
  expectOk(await act(edge(head), (context) => writeReport(context, { ...place, version, typed })));
}

async function send({ edge }: Bench, head: Person, roundId: string) {
  const place = { roundId, unitId: head.homeUnitId };
  const begun = performance.now();
  const typed = (_: number, part: string) => (part === '' ? `${text}.` : '');
  const result = await act(edge(head), async (context) => {
    const kept = await writeReport(context, { ...place, version: 1, typed });
    return kept.ok ? moveReport(context, { ...place, version: kept.value.version, move: 'sign' }) : kept;
  });
  return { isOk: result.ok, took: performance.now() - begun };
}

/** Signed, with its sending and its entry in the record. */
async function countStored({ owner }: Bench, roundId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from report r where r.round_id = ${roundId} and r.stage = 'signed'
      and (select count(*) from report_sending s where s.report_id = r.id) = 1
      and exists (select from record_entry e where e.subject_id = r.id::text and e.kind = 'report.moved')`.execute(
    owner,
  );
  return rows[0]?.n ?? 0;
}

/** As many transactions through the same pool, each writing the rows that a sending leaves, and nothing asked before. */
async function bareRows({ product, owner }: Bench, roundId: string, within: number): Promise<readonly number[]> {
  const { db } = product.services;
  const [form] = await latestForms(owner);
  const positions = (await sectionsOf(owner, form?.id ?? '')).map(({ position }) => position);
  const { rows } = await sql<{ id: string; content: string; by: string }>`
    update report set stage = 'draft', submitted_by = null where round_id = ${roundId}
    returning id, entered_by as by, (select s.content::text from report_sending s where s.report_id = report.id limit 1) as content`.execute(
    owner,
  );
  return Promise.all(
    rows.map(async ({ id, content, by }, at) => {
      await pause(momentOf(at) * within);
      const begun = performance.now();
      await db.transaction().execute(async (tx) => {
        await sql`select id from report where id = ${id} for update`.execute(tx);
        await sql`insert into report_text (report_id, position, body) select ${id}, p, ${text} from unnest(${positions}::int[]) p
          on conflict (report_id, position, part) do update set body = excluded.body`.execute(tx);
        await sql`insert into report_sending (report_id, number, content, digest, signed_by, signed_at)
          values (${id}, 2, ${content}::jsonb, 'x', ${by}, now())`.execute(tx);
        await sql`update report set stage = 'signed', submitted_by = ${by}, version = version + 2 where id = ${id}`.execute(
          tx,
        );
      });
      return performance.now() - begun;
    }),
  );
}
