import { route } from '@react-router/dev/routes';

export const registerRoutes = [
  route('khen-thuong/so', 'features/register/routes/holders.tsx'),
  route('khen-thuong/so/moi', 'features/register/routes/new-holder.tsx'),
  route('khen-thuong/so/chua-de-nghi', 'features/register/routes/qualifying.tsx'),
  route('khen-thuong/so/chua-de-nghi/tai.xlsx', 'features/register/routes/qualifying-download.ts'),
  route('khen-thuong/so/:holderId', 'features/register/routes/holder.tsx'),
  route('khen-thuong/so/:holderId/sua', 'features/register/routes/edit-holder.tsx'),
  route('khen-thuong/so/:holderId/tieu-chuan', 'features/register/routes/holder-standards.tsx'),
  route('khen-thuong/so/:holderId/du-lieu', 'features/register/routes/holder-data.ts'),
  route('khen-thuong/so/:holderId/ghi/:part', 'features/register/routes/note.tsx'),
  route('khen-thuong/so/:holderId/bo/:part', 'features/register/routes/remove-note.tsx'),
];
