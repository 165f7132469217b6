import { route } from '@react-router/dev/routes';

export const urgingRoutes = [
  route('don-doc', 'features/urging/routes/duties.tsx'),
  route('don-doc/tai', 'features/urging/routes/duties-file.ts'),
  route('don-doc/moi', 'features/urging/routes/remind.tsx'),
  route('don-doc/phan-cong', 'features/urging/routes/naming.tsx'),
];
