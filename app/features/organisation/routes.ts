import type { RouteConfigEntry } from '@react-router/dev/routes';
import { route } from '@react-router/dev/routes';

const at = (file: string) => `features/organisation/routes/${file}`;

export const organisationRoutes: RouteConfigEntry[] = [
  route('don-vi/tai.csv', at('units-download.ts'), { id: 'units-csv' }),
  route('don-vi/tai.xlsx', at('units-download.ts'), { id: 'units-xlsx' }),
  route('quan-tri/don-vi', at('units-admin.tsx')),
  route('quan-tri/don-vi/moi', at('unit-new.tsx')),
  route('quan-tri/don-vi/nap', at('units-import.tsx')),
  route('quan-tri/don-vi/mau.xlsx', at('units-workbook.ts')),
  route('quan-tri/don-vi/:code/doi', at('unit-change.tsx')),
  route('quan-tri/don-vi/:code/cham-dut', at('unit-dissolve.tsx')),
  route('quan-tri/don-vi/:code/khoi-phuc', at('unit-revive.tsx')),
  route('quan-tri/don-vi/:code/dinh-chinh', at('unit-correct.tsx')),
  route('quan-tri/khoi-cum', at('blocks.tsx')),
  route('quan-tri/khoi-cum/moi', at('block-new.tsx')),
  route('quan-tri/khoi-cum/nap', at('blocks-import.tsx')),
  route('quan-tri/khoi-cum/mau.xlsx', at('blocks-workbook.ts')),
  route('quan-tri/khoi-cum/:code', at('block.tsx')),
];
