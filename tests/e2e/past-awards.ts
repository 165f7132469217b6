/** Past awards as a journey types them or brings them by Excel: of last year, plainly made up. */
import type { ImportColumn } from '../../app/features/register/import-plan.ts';
import { importColumns } from '../../app/features/register/import-plan.ts';
import { importHeadings, importText } from '../../app/features/register/import.text.ts';
import { writeWorkbook } from '../../app/platform/spreadsheet/write-workbook.server.ts';

export const lastYear = new Date().getFullYear() - 1;

export const typedHonour = (award: string, { number, kind }: { readonly number: string; readonly kind: string }) => ({
  award,
  year: String(lastYear),
  kind,
  number,
  date: `${lastYear}-12-20`,
  decidedBy: 'Chủ tịch Ủy ban nhân dân (mẫu)',
  source: 'Sổ mẫu',
});

export async function sheet(lines: readonly Readonly<Partial<Record<ImportColumn, string>>>[]): Promise<Buffer> {
  const columns = importColumns.map(
    (column) => ({ heading: importHeadings[column], kind: 'text', width: 12 }) as const,
  );
  const rows = lines.map((line) => importColumns.map((column) => line[column] ?? null));
  return Buffer.from(await writeWorkbook({ sheets: [{ name: importText.sheet, columns, rows }] }));
}
