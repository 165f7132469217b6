import { route } from '@react-router/dev/routes';

export const urgingRoutes = [
  route('don-doc', 'features/urging/routes/duties.tsx'),
  route('don-doc/tai', 'features/urging/routes/duties-file.ts'),
  route('don-doc/moi', 'features/urging/routes/remind.tsx'),
  route('don-doc/phan-cong', 'features/urging/routes/naming.tsx'),
  route('don-doc/lich', 'features/urging/routes/calendars.tsx'),
  route('lich/:token', 'features/urging/routes/calendar-feed.ts'),
  route('don-doc/cong-van', 'features/urging/routes/letters.tsx'),
  route('don-doc/cong-van/moi', 'features/urging/routes/new-letter.tsx'),
  route('don-doc/cong-van/:letterId', 'features/urging/routes/letter.tsx'),
  route('don-doc/cong-van/:letterId/tai/:format', 'features/urging/routes/letter-file.ts'),
];
