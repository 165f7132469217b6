/** 100,000 values from one Excel file through the product's own import: checked, written, recorded; all or nothing. */
import { sql } from 'kysely';
import { actualsImport } from '../../app/features/actuals/import.server.ts';
import { importColumns } from '../../app/features/actuals/import-plan.ts';
import type { ImportColumn } from '../../app/features/actuals/import-plan.ts';
import { importHeadings } from '../../app/features/actuals/text.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { act } from '../../app/platform/command.server.ts';
import { findRun } from '../../app/platform/imports/import-store.server.ts';
import { runImport } from '../../app/platform/imports/run.server.ts';
import { confirmImport, uploadImport } from '../../app/platform/imports/upload.server.ts';
import { writeWorkbook } from '../../app/platform/spreadsheet/write-workbook.server.ts';
import { verifyRecord } from '../../app/platform/verify-record.server.ts';
import type { Bench, Case } from '../measured.ts';
import { milliseconds } from '../measured.ts';
import { insertPerson } from '../world.ts';

export const importing: Case = {
  name: 'import',
  run: async (bench) => {
    const { owner, sizes, world, product } = bench;
    const officer = await insertPerson(owner, { name: 'Người Đo Nạp Tệp', role: 'officer', unitId: world.rootId });
    // The bench runs the job itself, to time it; the queue is not asked.
    const services = { ...product.services, jobs: { send: async () => undefined } };
    const edge = { ...bench.edge(officer), services };
    const bytes = await workbook(bench);
    let importId = '';
    const checking = await milliseconds(async () => {
      const given = { name: 'so-lieu.xlsx', bytes, facts: {} };
      ({ importId } = expectOk(await uploadImport(edge, actualsImport, given)));
    });
    const aim = { importId, version: 1 };
    expectOk(await act(edge, (context) => confirmImport(context, () => actualsImport, aim)));
    const desk = { services, kinds: [actualsImport], personOf: async () => officer };
    const running = await milliseconds(() => runImport(desk, importId));
    const run = await findRun(owner, officer, importId);
    const { rows } = await sql<{ stored: number; recorded: number }>`
      select (select count(*) from actual where import_id = ${importId}) as stored,
        (select sum(jsonb_array_length(after -> 'rows'))::int from record_entry
          where kind = 'actual.imported' and subject_id = ${importId}) as recorded`.execute(owner);
    const proof = await verifyRecord(product.services.db);
    const isWhole = run?.stage === 'done' && rows[0]?.stored === sizes.values && rows[0].recorded === sizes.values;
    if (!isWhole || proof.broken) throw new Error(`the import is not whole: ${JSON.stringify({ run, rows, proof })}`);
    const notes = [
      `${sizes.values} rows, ${(bytes.length / 2 ** 20).toFixed(1)} MB: checked again, written and recorded`,
      `all ${rows[0]?.recorded} values are in the record, which is proved`,
    ];
    return [
      { name: 'import with audit', figure: running / 1000, unit: 's', target: { most: 5 }, notes },
      { name: 'import: upload and preview', figure: checking / 1000, unit: 's', target: null },
    ];
  },
};

async function workbook({ world, sizes }: Bench): Promise<Uint8Array> {
  const columns = importColumns.map((name) => ({ heading: importHeadings[name], kind: 'text' as const, width: 12 }));
  const rows: (readonly (string | null)[])[] = [];
  for (const given of figures(world)) {
    if (rows.length === sizes.values) break;
    rows.push(importColumns.map((column) => given[column] ?? null));
  }
  return writeWorkbook({ sheets: [{ name: 'Số liệu', columns, rows }] });
}

function* figures({
  communes,
  indicators,
}: Bench['world']): Generator<Readonly<Partial<Record<ImportColumn, string>>>> {
  for (let month = 0; month < 36; month += 1)
    for (const commune of communes)
      for (const { code, hasParts } of indicators) {
        const period = `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
        const figure = hasParts ? { numerator: '7', denominator: '10' } : { value: String((month % 9) + 1) };
        yield { unit: commune.code, indicator: code, period, ...figure };
      }
}
