import { route } from '@react-router/dev/routes';

export const targetRoutes = [
  route('giao-chi-tieu', 'features/targets/routes/targets.tsx'),
  route('giao-chi-tieu/excel', 'features/targets/routes/targets-excel.tsx'),
  route('giao-chi-tieu/mau', 'features/targets/routes/targets-template.ts'),
  route('giao-chi-tieu/moi', 'features/targets/routes/new-target.tsx'),
];
