import { route } from '@react-router/dev/routes';

export const searchRoutes = [route('tim-kiem', 'features/search/routes/search.tsx')];
