import { route } from '@react-router/dev/routes';

export const workRoutes = [route('viec-cua-toi', 'features/work/routes/work.tsx')];
