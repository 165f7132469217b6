import { route } from '@react-router/dev/routes';

const download = 'features/initiatives/routes/initiatives-download.ts';

export const initiativeRoutes = [
  route('sang-kien', 'features/initiatives/routes/initiatives.tsx'),
  route('sang-kien/nhan-rong', 'features/initiatives/routes/initiatives.tsx', { id: 'sang-kien-nhan-rong' }),
  route('sang-kien/tai.csv', download, { id: 'sang-kien-csv' }),
  route('sang-kien/tai.xlsx', download, { id: 'sang-kien-xlsx' }),
  route('sang-kien/moi', 'features/initiatives/routes/new-initiative.tsx'),
  route('sang-kien/excel', 'features/initiatives/routes/initiatives-excel.tsx'),
  route('sang-kien/mau', 'features/initiatives/routes/initiatives-template.ts'),
  route('sang-kien/tieu-chi', 'features/initiatives/routes/criteria.tsx'),
  route('sang-kien/tep/:attachmentId', 'features/initiatives/routes/initiative-file.ts'),
  route('sang-kien/:initiativeId', 'features/initiatives/routes/initiative.tsx'),
  route('sang-kien/:initiativeId/sua', 'features/initiatives/routes/edit-initiative.tsx'),
  route('sang-kien/:initiativeId/cham-diem', 'features/initiatives/routes/score.tsx'),
  route('sang-kien/:initiativeId/so-sanh/:otherId', 'features/initiatives/routes/compare.tsx'),
];
