import { route } from '@react-router/dev/routes';

export const targetRoutes = [
  route('giao-chi-tieu', 'features/targets/routes/targets.tsx'),
  route('giao-chi-tieu/moi', 'features/targets/routes/new-target.tsx'),
];
