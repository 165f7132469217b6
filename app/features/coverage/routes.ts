import { route } from '@react-router/dev/routes';

export const coverageRoutes = [
  route('do-phu', 'features/coverage/routes/coverage.tsx'),
  route('do-phu/tai.csv', 'features/coverage/routes/coverage-download.ts', { id: 'coverage-csv' }),
  route('do-phu/tai.xlsx', 'features/coverage/routes/coverage-download.ts', { id: 'coverage-xlsx' }),
  route('do-phu/chu-tri.csv', 'features/coverage/routes/leads-download.ts', { id: 'leads-csv' }),
  route('do-phu/chu-tri.xlsx', 'features/coverage/routes/leads-download.ts', { id: 'leads-xlsx' }),
  route('nam-phong-trao', 'features/coverage/routes/year.tsx'),
  // A movement with what is known of how its units carry it out.
  route('phong-trao/:movementId', 'features/coverage/routes/movement.tsx'),
];
