import { route } from '@react-router/dev/routes';

export const pledgeRoutes = [
  route('dang-ky-chi-tieu', 'features/pledges/routes/pledges.tsx'),
  route('dang-ky-chi-tieu/tai.xlsx', 'features/pledges/routes/pledges-file.ts', { id: 'pledges-xlsx' }),
  route('dang-ky-chi-tieu/tai.csv', 'features/pledges/routes/pledges-file.ts', { id: 'pledges-csv' }),
  route('dang-ky-chi-tieu/nap', 'features/pledges/routes/pledges-import.tsx'),
  route('dang-ky-chi-tieu/mau.xlsx', 'features/pledges/routes/pledges-template.ts'),
  route('dang-ky-chi-tieu/moi', 'features/pledges/routes/new-pledge.tsx'),
  route('dang-ky-chi-tieu/:pledgeId', 'features/pledges/routes/pledge.tsx'),
];
