/**
 * Twenty officers enter and send values at once, each write a transaction of its own with its entry in the record.
 * Afterwards every acknowledged write is looked for, and the record is proved.
 */
import { sql } from 'kysely';
import type { Person } from '../../app/kernel/actor.ts';
import { act } from '../../app/platform/command.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { verifyRecord } from '../../app/platform/verify-record.server.ts';
import { enter } from '../../app/features/actuals/entering.server.ts';
import { moveOne } from '../../app/features/actuals/moving.server.ts';
import type { Bench, Case } from '../measured.ts';

type Written = { readonly ids: string[]; acknowledged: number; refused: number };

export const writers: Case = {
  name: 'writers',
  run: async (bench) => {
    const { world, sizes } = bench;
    const begun = performance.now();
    const until = begun + sizes.seconds * 1000;
    const all = await Promise.all(world.officers.map((officer, at) => write(bench, officer, { at, until })));
    const seconds = (performance.now() - begun) / 1000;
    const acknowledged = all.reduce((sum, one) => sum + one.acknowledged, 0);
    const refused = all.reduce((sum, one) => sum + one.refused, 0);
    const ids = all.flatMap((one) => one.ids);
    const lost = acknowledged - (await countStored(bench, ids));
    const proof = await verifyRecord(bench.product.services.db);
    const figure = acknowledged / seconds;
    const notes = [
      `${world.officers.length} writers, ${acknowledged} acknowledged in ${seconds.toFixed(1)} s, ${refused} refused`,
      proof.broken
        ? `the record is BROKEN: ${JSON.stringify(proof.broken)}`
        : `record of ${proof.entries} entries proved`,
    ];
    const isLost = lost !== 0 || refused > 0 || proof.broken !== null;
    return [
      { name: 'audited writes', figure, unit: 'writes/s', target: { least: 500 }, notes },
      { name: 'acknowledged and lost', figure: isLost ? Math.max(1, lost) : 0, unit: 'lost', target: { most: 0 } },
    ];
  },
};

async function write(bench: Bench, officer: Person, given: { readonly at: number; readonly until: number }) {
  const written: Written = { ids: [], acknowledged: 0, refused: 0 };
  const edge = bench.edge(officer);
  const unitId = bench.world.communes[given.at]?.id ?? '';
  for (const { code, period, typed } of figures(bench)) {
    if (performance.now() > given.until) break;
    const id = newId();
    const entered = await act(edge, (context) =>
      enter(context, { id, indicatorCode: code, unitId, typed: { ...typed, period, asOfDate: '2031-01-10' } }),
    );
    note(written, entered.ok);
    if (!entered.ok) continue;
    written.ids.push(id);
    const sent = await act(edge, (context) => moveOne(context, { id, version: entered.value.version, move: 'submit' }));
    note(written, sent.ok);
  }
  return written;
}

function note(written: Written, isDone: boolean): void {
  if (isDone) written.acknowledged += 1;
  else written.refused += 1;
}

/** The last two years, which the list and the import leave alone. */
function* figures({ world }: Bench) {
  for (let month = 0; month < 24; month += 1)
    for (const { code, hasParts } of world.indicators) {
      const period = `${2029 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
      yield { code, period, typed: hasParts ? { numerator: '7', denominator: '10' } : { value: '7' } };
    }
}

/** Two acknowledged writes for each value: it is there, sent, and both its entries are in the record. */
async function countStored({ owner }: Bench, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ writes: number }>`
    select (select count(*) from record_entry r where r.subject_id = any(${ids.map(String)})
        and r.kind in ('actual.entered', 'actual.moved')
        and exists (select from actual a where a.id::text = r.subject_id and (r.kind = 'actual.entered' or a.stage = 'submitted'))) as writes`.execute(
    owner,
  );
  return rows[0]?.writes ?? 0;
}
