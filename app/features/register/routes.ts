import { route } from '@react-router/dev/routes';

const download = 'features/register/routes/holders-download.ts';
const honoursDownload = 'features/register/routes/honours-download.ts';

export const registerRoutes = [
  route('khen-thuong/so', 'features/register/routes/holders.tsx'),
  route('khen-thuong/so/moi', 'features/register/routes/new-holder.tsx'),
  route('khen-thuong/so/tai.xlsx', download, { id: 'so-khen-thuong-xlsx' }),
  route('khen-thuong/so/tai.csv', download, { id: 'so-khen-thuong-csv' }),
  route('khen-thuong/so/da-khen', 'features/register/routes/honours.tsx'),
  route('khen-thuong/so/da-khen/moi', 'features/register/routes/new-honour.tsx'),
  route('khen-thuong/so/da-khen/excel', 'features/register/routes/honours-excel.tsx'),
  route('khen-thuong/so/da-khen/:honourId/sua', 'features/register/routes/correct-honour.tsx'),
  route('khen-thuong/so/da-khen/:honourId/gach', 'features/register/routes/strike-honour.tsx'),
  route('khen-thuong/so/da-khen/mau', 'features/register/routes/honours-template.ts'),
  route('khen-thuong/so/da-khen/tai.xlsx', honoursDownload, { id: 'da-khen-xlsx' }),
  route('khen-thuong/so/da-khen/tai.csv', honoursDownload, { id: 'da-khen-csv' }),
  route('khen-thuong/so/chua-de-nghi', 'features/register/routes/qualifying.tsx'),
  route('khen-thuong/so/chua-de-nghi/tai.xlsx', 'features/register/routes/qualifying-download.ts'),
  route('khen-thuong/so/dia-ban', 'features/register/routes/grounds.tsx'),
  route('khen-thuong/so/dia-ban/:code', 'features/register/routes/ground.tsx'),
  route('khen-thuong/so/doi-chieu', 'features/register/routes/replay.tsx'),
  route('khen-thuong/so/trung', 'features/register/routes/duplicates.tsx'),
  route('khen-thuong/so/trung/:oneId/:otherId', 'features/register/routes/merge.tsx'),
  route('khen-thuong/so/:holderId', 'features/register/routes/holder.tsx'),
  route('khen-thuong/so/:holderId/ket-qua', 'features/register/routes/offers.tsx'),
  route('khen-thuong/so/:holderId/sua', 'features/register/routes/edit-holder.tsx'),
  route('khen-thuong/so/:holderId/lich-su', 'features/register/routes/holder-history.tsx'),
  route('khen-thuong/so/:holderId/tieu-chuan', 'features/register/routes/holder-standards.tsx'),
  route('khen-thuong/so/:holderId/hoan-lai/:mergeId', 'features/register/routes/unmerge.tsx'),
  route('khen-thuong/so/:holderId/du-lieu', 'features/register/routes/holder-data.ts'),
  route('khen-thuong/so/:holderId/ghi/:part', 'features/register/routes/note.tsx'),
  route('khen-thuong/so/:holderId/bo/:part', 'features/register/routes/remove-note.tsx'),
];
