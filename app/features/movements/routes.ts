import { route } from '@react-router/dev/routes';

export const movementRoutes = [
  route('phong-trao', 'features/movements/routes/movements.tsx'),
  route('phong-trao/moi', 'features/movements/routes/new-movement.tsx'),
  route('phong-trao/tep/:attachmentId', 'features/movements/routes/paper-file.ts'),
];
