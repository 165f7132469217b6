import { route } from '@react-router/dev/routes';

export const coverageRoutes = [route('do-phu', 'features/coverage/routes/coverage.tsx')];
