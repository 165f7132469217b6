import { route } from '@react-router/dev/routes';

const at = (file: string) => `features/centre/routes/${file}`;

export const centreRoutes = [
  route('khen-thuong/trung-uong', at('central-dossiers.tsx')),
  route('khen-thuong/trung-uong/tai.xlsx', at('central-download.ts'), { id: 'central-xlsx' }),
  route('khen-thuong/trung-uong/tai.csv', at('central-download.ts'), { id: 'central-csv' }),
  route('khen-thuong/trung-uong/:dossierId', at('central-dossier.tsx')),
  route('khen-thuong/trung-uong/:dossierId/goi.zip', at('package-file.ts')),
  route('khen-thuong/trung-uong/:dossierId/to-trinh/:format', at('central-paper.ts')),
];
