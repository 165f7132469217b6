import { route } from '@react-router/dev/routes';

export const pledgeRoutes = [
  route('dang-ky-chi-tieu', 'features/pledges/routes/pledges.tsx'),
  route('dang-ky-chi-tieu/moi', 'features/pledges/routes/new-pledge.tsx'),
  route('dang-ky-chi-tieu/:pledgeId', 'features/pledges/routes/pledge.tsx'),
];
