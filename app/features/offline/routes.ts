import { route } from '@react-router/dev/routes';

export const offlineRoutes = [
  route('cho-gui', 'features/offline/routes/waiting.tsx'),
  route('cho-gui/trang', 'features/offline/routes/pages.ts'),
];
