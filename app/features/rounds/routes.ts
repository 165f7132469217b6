import { route } from '@react-router/dev/routes';

export const roundRoutes = [
  route('ky-bao-cao', 'features/rounds/routes/rounds.tsx'),
  route('ky-bao-cao/moi', 'features/rounds/routes/new-round.tsx'),
  route('ky-bao-cao/:roundId', 'features/rounds/routes/round.tsx'),
  route('bao-cao/:roundId/:code', 'features/rounds/routes/report.tsx'),
];
