/**
 * Consolidating a round in which every commune and provincial body has reported (130 where the pack has them): figures,
 * words with their sources, written and recorded; beside the bare question that only gathers the same words.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { makeConsolidation } from '../../app/features/consolidation/drafting.server.ts';
import { plainDateIn } from '../../app/kernel/calendar.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { act } from '../../app/platform/command.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { median } from '../figures.ts';
import type { Bench, Case } from '../measured.ts';
import { milliseconds } from '../measured.ts';
import { addBodies, benchClock } from '../world.ts';

const REPORTS = 130;
const words = 'Đã triển khai kế hoạch, đăng ký chỉ tiêu; kết quả từng nhiệm vụ được cập nhật hằng tháng. '.repeat(12);

export const consolidation: Case = {
  name: 'consolidation',
  run: async (bench) => {
    const { owner, sizes, world, product } = bench;
    const { roundId, reports } = await reportedRound(bench);
    const edge = { services: product.services, actor: world.appraiser, via: 'web', address: null } as const;
    const typed = { loai: 'round', ky: roundId };
    const own: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < sizes.rounds + 1; round += 1) {
      const id = newId();
      const made = await milliseconds(async () =>
        expectOk(await act(edge, (context) => makeConsolidation(context, { id, typed }))),
      );
      const gathered = await milliseconds(() => bareSql(product.services.db, roundId));
      if (round === 0) continue; // warming up
      own.push(made);
      bare.push(gathered);
    }
    const { rows } = await sql<{ pieces: number }>`
      select count(*) as pieces from consolidation_piece where source ->> 'kind' = 'report'
      group by consolidation_id limit 1`.execute(owner);
    const pieces = Number(rows[0]?.pieces ?? 0);
    const baseline = { what: 'bare SQL gather', figure: median(bare), unit: 'ms' };
    const figure = median(own) / 1000;
    const notes = [`${reports} reports, ${pieces} pieces in ${median(own).toFixed(0)} ms (median of ${own.length})`];
    const ratio = median(own) / median(bare);
    return [{ name: 'consolidating a round', figure, unit: 's', target: { most: 5 }, baseline, ratio, notes }];
  },
};

/** Straight into the tables, as signed and received: what is measured is what comes after. */
async function reportedRound({ owner, world }: Bench): Promise<{ readonly roundId: string; readonly reports: number }> {
  const roundId = newId();
  const day = plainDateIn(benchClock());
  const form = await owner
    .selectFrom('report_form')
    .select(['id', 'name', 'edition'])
    .where('stage', '=', 'published')
    .orderBy('edition', 'desc')
    .executeTakeFirstOrThrow();
  const sections = await owner
    .selectFrom('report_section')
    .select(['position', 'heading'])
    .where('form_id', '=', form.id)
    .where('kind', '=', 'narrative')
    .orderBy('place')
    .execute();
  const by = world.appraiser.personId;
  const officer = world.officers[0]?.personId ?? by;
  await sql`
    insert into reporting_round (id, name, period, first_day, last_day, form_id, asked_day, due_on, stage, created_by, created_at, opened_by, opened_at)
    values (${roundId}, 'Kỳ đo', '2030', '2030-01-01', '2030-12-31', ${form.id}, ${day}, ${day}, 'open', ${by}, now(), ${by}, now())`.execute(
    owner,
  );
  await addBodies(owner, world.rootId, REPORTS);
  const { rows: units } = await sql<{ id: string; name: string }>`
    insert into round_unit (round_id, unit_id) select ${roundId}, u.id from unit_now u
    where u.is_active and u.kind <> 'village' and u.parent_id is not null order by u.kind = 'commune' desc, u.code limit ${REPORTS}
    returning unit_id as id, (select n.name from unit_now n where n.id = unit_id) as name`.execute(owner);
  for (const { id, name } of units) {
    const filled = sections.map(({ position, heading }) => ({ position, kind: 'narrative', heading, body: words }));
    const days = { first: '2030-01-01', last: '2030-12-31' };
    const content = JSON.stringify({ form, round: 'Kỳ đo', unit: name, days, sections: filled });
    const digest = createHash('sha256').update(content).digest('hex');
    const reportId = newId();
    await sql`
      insert into report (id, round_id, unit_id, stage, version, entered_by, entered_at, submitted_by, submitted_at, decided_by, decided_at)
      values (${reportId}, ${roundId}, ${id}, 'received', 3, ${officer}, now(), ${officer}, now(), ${by}, now())`.execute(
      owner,
    );
    await sql`
      insert into report_sending (report_id, number, content, digest, signed_by, signed_at)
      values (${reportId}, 1, ${content}, ${digest}, ${officer}, now())`.execute(owner);
  }
  return { roundId, reports: units.length };
}

/** The same words in the same order, and nothing kept of them. */
async function bareSql(db: Bench['owner'], roundId: string): Promise<unknown> {
  return sql`
    select u.code, s.number, x ->> 'heading' as heading, x ->> 'body' as body
    from report r join unit_now u on u.id = r.unit_id join report_sending s on s.report_id = r.id and s.recalled_at is null,
      jsonb_array_elements(s.content -> 'sections') x
    where r.round_id = ${roundId} and r.stage = 'received'
    order by u.kind = 'commune', u.name, x ->> 'position'`.execute(db);
}
