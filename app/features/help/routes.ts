import { route } from '@react-router/dev/routes';

export const helpRoutes = [
  route('tro-giup', 'features/help/routes/help.tsx'),
  route('tro-giup/so-tay/:role', 'features/help/routes/handbook.tsx'),
];
