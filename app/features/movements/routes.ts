import { route } from '@react-router/dev/routes';

export const movementRoutes = [
  route('phong-trao', 'features/movements/routes/movements.tsx'),
  route('phong-trao/tai.csv', 'features/movements/routes/movements-download.ts', { id: 'movements-csv' }),
  route('phong-trao/tai.xlsx', 'features/movements/routes/movements-download.ts', { id: 'movements-xlsx' }),
  route('phong-trao/moi', 'features/movements/routes/new-movement.tsx'),
  route('phong-trao/tep/:attachmentId', 'features/movements/routes/paper-file.ts'),
];
