/** 100,000 past awards of 20,000 people from one Excel file: checked, previewed, checked again, written, recorded; all or nothing. */
import { sql } from 'kysely';
import type { ImportColumn } from '../../app/features/register/import-plan.ts';
import { importColumns } from '../../app/features/register/import-plan.ts';
import { honoursImport } from '../../app/features/register/import.server.ts';
import { importHeadings } from '../../app/features/register/import.text.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { act } from '../../app/platform/command.server.ts';
import { runImport } from '../../app/platform/imports/run.server.ts';
import { confirmImport, uploadImport } from '../../app/platform/imports/upload.server.ts';
import { writeWorkbook } from '../../app/platform/spreadsheet/write-workbook.server.ts';
import type { Bench, Case } from '../measured.ts';
import { milliseconds } from '../measured.ts';
import { clearRegister } from '../register.ts';

const PER_HOLDER = 5;

export const pastAwards: Case = {
  name: 'past-awards',
  run: async (bench) => {
    const { owner, sizes, world, product } = bench;
    await clearRegister(owner);
    const services = { ...product.services, jobs: { send: async () => undefined } };
    const edge = { ...bench.edge(world.appraiser), services };
    const kind = honoursImport(services);
    const bytes = await workbook(bench);
    let importId = '';
    const checking = await milliseconds(async () => {
      ({ importId } = expectOk(await uploadImport(edge, kind, { name: 'khen-thuong.xlsx', bytes, facts: {} })));
    });
    expectOk(await act(edge, (context) => confirmImport(context, () => kind, { importId, version: 1 })));
    const desk = { services, kinds: [kind], personOf: async () => world.appraiser };
    const running = await milliseconds(() => runImport(desk, importId));
    const { rows } = await sql<{ stored: number; recorded: number }>`
      select (select count(*)::int from honour where import_id = ${importId}) as stored,
        (select sum(jsonb_array_length(after -> 'rows'))::int from record_entry
          where kind = 'honour.imported' and subject_id = ${importId}) as recorded`.execute(owner);
    if (rows[0]?.stored !== sizes.values || rows[0].recorded !== sizes.values)
      throw new Error(`the import is not whole: ${JSON.stringify(rows)}`);
    return [
      {
        name: 'import of past awards with audit',
        figure: running / 1000,
        unit: 's',
        target: null,
        notes: [
          `${sizes.values} awards of ${Math.ceil(sizes.values / PER_HOLDER)} new holders, all stored and recorded`,
        ],
      },
      { name: 'past awards: upload and preview', figure: checking / 1000, unit: 's', target: null },
    ];
  },
};

async function workbook({ world, sizes }: Bench): Promise<Uint8Array> {
  const columns = importColumns.map((name) => ({ heading: importHeadings[name], kind: 'text' as const, width: 12 }));
  const rows = Array.from({ length: sizes.values }, (_, n) => {
    const [holder, year] = [Math.floor(n / PER_HOLDER), 2021 + (n % PER_HOLDER)];
    const given: Readonly<Partial<Record<ImportColumn, string>>> = {
      unit: world.communes[holder % world.communes.length]?.code ?? '',
      kind: 'Cá nhân',
      name: `Người Đo ${holder}`,
      award: 'Lao động tiên tiến',
      year: String(year),
      number: `${holder % 300}/QĐ-ĐO`,
      date: `${year}-12-20`,
      decidedBy: 'phép đo',
      source: 'phép đo',
    };
    return importColumns.map((column) => given[column] ?? null);
  });
  return writeWorkbook({ sheets: [{ name: 'Khen thưởng', columns, rows }] });
}
