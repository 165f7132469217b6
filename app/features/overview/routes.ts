import { index, route } from '@react-router/dev/routes';

const at = (file: string) => `features/overview/routes/${file}`;

export const overviewRoutes = [
  index(at('overview.tsx'), { id: 'home' }),
  route('tong-quan', at('overview.tsx')),
  route('chi-tieu', at('indicators.tsx')),
  route('chi-tieu/tai.csv', at('indicators-download.ts'), { id: 'indicators-csv' }),
  route('chi-tieu/tai.xlsx', at('indicators-download.ts'), { id: 'indicators-xlsx' }),
  route('chi-tieu/:code', at('indicator.tsx')),
  route('chi-tieu/:code/gia-tri', at('values.tsx')),
  route('de-an', at('schemes.tsx')),
  route('de-an/:code', at('scheme.tsx')),
  // The organisation's pages with what is known of each unit's standing.
  route('don-vi', at('units.tsx')),
  route('don-vi/:code', at('unit.tsx')),
  route('chi-thi', at('directive.tsx')),
  route('chi-tieu/:code/bang-tinh.json', at('sheet.ts'), { id: 'sheet-json' }),
  route('chi-tieu/:code/bang-tinh.xlsx', at('sheet.ts'), { id: 'sheet-xlsx' }),
];
