import { route } from '@react-router/dev/routes';

export const leaderRoutes = [
  route('cham-diem/dan-dau', 'features/leaders/routes/leaders.tsx'),
  route('cham-diem/dan-dau/chuyen-de', 'features/leaders/routes/themed.tsx'),
];
