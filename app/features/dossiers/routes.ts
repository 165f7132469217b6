import { route } from '@react-router/dev/routes';

const download = 'features/dossiers/routes/dossiers-download.ts';

export const dossierRoutes = [
  route('khen-thuong/tra-cuu', 'features/dossiers/routes/look-up.tsx'),
  route('khen-thuong/ho-so', 'features/dossiers/routes/dossiers.tsx'),
  route('khen-thuong/ho-so/tai.csv', download, { id: 'dossiers-csv' }),
  route('khen-thuong/ho-so/tai.xlsx', download, { id: 'dossiers-xlsx' }),
  route('khen-thuong/ho-so/moi', 'features/dossiers/routes/new-dossier.tsx'),
  route('khen-thuong/ho-so/dot-xuat', 'features/dossiers/routes/sudden.tsx'),
  route('khen-thuong/ho-so/tep/:attachmentId', 'features/dossiers/routes/dossier-file.ts'),
  route('khen-thuong/ho-so/giong-nhau', 'features/dossiers/routes/looks.tsx'),
  route('khen-thuong/ho-so/giong-nhau/:lookId', 'features/dossiers/routes/look.tsx'),
  route('khen-thuong/ho-so/:dossierId', 'features/dossiers/routes/dossier.tsx'),
  route('khen-thuong/ho-so/:dossierId/sua', 'features/dossiers/routes/edit-dossier.tsx'),
  route('khen-thuong/ho-so/:dossierId/tach', 'features/dossiers/routes/split-dossier.tsx'),
  route('khen-thuong/ho-so/:dossierId/giay-to', 'features/dossiers/routes/papers.tsx'),
  route('khen-thuong/ho-so/:dossierId/thay-doi', 'features/dossiers/routes/changes.tsx'),
  route('khen-thuong/ho-so/:dossierId/danh-sach', 'features/dossiers/routes/paste-list.tsx'),
  route('khen-thuong/ho-so/:dossierId/excel', 'features/dossiers/routes/nominees-excel.tsx'),
  route('khen-thuong/ho-so/:dossierId/excel/mau', 'features/dossiers/routes/nominees-template.ts'),
  route('khen-thuong/ho-so/:dossierId/excel/:importId', 'features/dossiers/routes/choose-holders.tsx'),
  route('khen-thuong/ho-so/:dossierId/bien-ban/:format', 'features/dossiers/routes/minutes-paper.ts'),
  route('khen-thuong/ho-so/:dossierId/to-trinh/:format', 'features/dossiers/routes/submission-paper.ts'),
  route('khen-thuong/ho-so/:dossierId/doi-tuong/:nomineeId', 'features/dossiers/routes/report.tsx'),
  route(
    'khen-thuong/ho-so/:dossierId/doi-tuong/:nomineeId/van-ban/:format',
    'features/dossiers/routes/report-paper.ts',
  ),
  route(
    'khen-thuong/ho-so/:dossierId/doi-tuong/:nomineeId/so-sanh/:otherId',
    'features/dossiers/routes/compare-reports.tsx',
  ),
];
