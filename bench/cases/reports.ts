/** The reports most alike to one among twenty thousand, beside PostgreSQL's own likeness of texts over all of them. */
import { sql } from 'kysely';
import { findAlikeReports } from '../../app/features/dossiers/alike.server.ts';
import { comparedTexts } from '../../app/features/dossiers/prints.server.ts';
import { printsOf } from '../../app/kernel/alike.ts';
import { newId } from '../../app/platform/id.server.ts';
import { median, percentile } from '../figures.ts';
import type { Words } from '../initiatives.ts';
import { copyOf, wordsOf } from '../initiatives.ts';
import type { Bench, Case } from '../measured.ts';
import { milliseconds } from '../measured.ts';

const MANY = 20_000;
const IN_ONE = 50;

export type Report = { readonly id: string; readonly words: Words };

export const reports: Case = {
  name: 'reports',
  run: async (bench) => {
    const { sizes, world, product } = bench;
    const many = Math.min(MANY, sizes.values);
    const all: Report[] = Array.from({ length: many }, (_, n) => ({ id: newId(), words: wordsOf(n) }));
    const copies = Array.from({ length: Math.min(40, many) }, (_, n) => ({
      id: newId(),
      words: copyOf(wordsOf(n * 7), n),
      of: all[n * 7]?.id,
    }));
    await insertReports(bench, [...all, ...copies]);
    const times: number[] = [];
    let found = 0;
    for (let at = 0; at < Math.max(copies.length, sizes.runs / 3); at += 1) {
      const one = copies[at % copies.length];
      if (!one) continue;
      times.push(
        await milliseconds(async () => {
          const near = await findAlikeReports(product.services.db, world.appraiser, one.id);
          if (at < copies.length && near.some(({ other }) => other.nomineeId === one.of)) found += 1;
        }),
      );
    }
    const bare = median(await bareTimes(bench, copies));
    const figure = percentile(times, 0.95);
    const baseline = { what: 'similarity() over all', figure: bare, unit: 'ms' };
    const notes = [
      `${found} of ${copies.length} copies found (half of them whole without marks, half one passage), among ${many}; median ${median(times).toFixed(0)} ms`,
    ];
    const name = 'alike among 20,000 achievement reports, p95';
    return [
      { name, figure, unit: 'ms', target: { most: 1_000 }, baseline, ratio: figure / bare, notes },
      { name: 'copied reports missed', figure: copies.length - found, unit: 'lost', target: { most: 0 } },
    ];
  },
};

const sectionsOf = ({ problem, novelty, effect }: Words) => ({
  background: problem,
  results: novelty,
  conduct: effect,
});

/** Fifty to a dossier unless said otherwise; all handed in. */
export async function insertReports({ owner, world }: Bench, made: readonly Report[], inOne = IN_ONE): Promise<void> {
  const by = world.officers[0]?.personId ?? '';
  for (let at = 0; at < made.length; at += inOne * 20) {
    const some = made.slice(at, at + inOne * 20);
    const dossiers = Array.from({ length: Math.ceil(some.length / inOne) }, () => newId());
    const rows = some.map(({ id, words }, n) => {
      const sections = sectionsOf(words);
      const { prints, words: count } = printsOf(comparedTexts({ achievement: words.title, sections, fileText: null }));
      const dossier = dossiers[Math.floor(n / inOne)];
      const unit = world.communes[(at + n) % world.communes.length]?.id;
      return { id, holder: newId(), dossier, unit, n, achievement: words.title, sections, prints, words: count };
    });
    await sql`
      with given as (
        select * from json_to_recordset(${JSON.stringify(rows)}::json) as g (id uuid, holder uuid, dossier uuid, unit uuid, n int,
          achievement text, sections jsonb, prints int[], words int)),
      held as (
        insert into holder (id, kind, name, unit_id, source, entered_at)
        select holder, 'person', 'Người Đo ' || n, unit, 'Hồ sơ đo', now() from given returning id)
      insert into dossier (id, code, unit_id, to_unit_id, route, kind, year, title, stage, stage_since, entered_by, entered_at)
      select dossier, 'DO-' || upper(replace(left(dossier::text, 8), '-', '')) || upper(right(dossier::text, 8)), min(unit::text)::uuid,
        ${world.rootId}, 'territory', 'merit', 2026, 'Hồ sơ đo', 'draft', now(), ${by}, now()
      from given, (select count(*) from held) h group by dossier`.execute(owner);
    await sql`
      with given as (
        select * from json_to_recordset(${JSON.stringify(rows)}::json) as g (id uuid, holder uuid, dossier uuid, n int, achievement text))
      insert into nominee (id, dossier_id, holder_id, award_code, position, achievement)
      select id, dossier, holder, 'bang-khen-tinh', n, achievement from given`.execute(owner);
    await sql`
      with given as (
        select * from json_to_recordset(${JSON.stringify(rows)}::json) as g (id uuid, sections jsonb, prints int[], words int)),
      written as (
        insert into nominee_report (nominee_id, form, sections, written_by, written_at)
        select id, 'person_merit', sections, ${by}, now() from given)
      insert into nominee_print (nominee_id, words, prints) select id, words, prints from given`.execute(owner);
  }
  await sql`update dossier set stage = 'submitted', submitted_by = ${by}, submitted_at = now() where title = 'Hồ sơ đo'`.execute(
    owner,
  );
  await sql`vacuum analyze dossier, nominee, nominee_report, nominee_print`.execute(owner);
}

async function bareTimes({ owner, sizes }: Bench, copies: readonly Report[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const { id, words } of copies.slice(0, Math.min(3, sizes.rounds)))
    times.push(
      await milliseconds(() =>
        sql`select r.nominee_id from nominee_report r where r.nominee_id <> ${id}
          order by similarity(fold_vi(r.sections ->> 'results'), fold_vi(${words.novelty})) desc limit 12`.execute(
          owner,
        ),
      ),
    );
  return times;
}
