import { route } from '@react-router/dev/routes';

export const levelRoutes = [
  route('xep-loai', 'features/yearly-levels/routes/lists.tsx'),
  route('xep-loai/moi', 'features/yearly-levels/routes/new-list.tsx'),
  route('xep-loai/:listId', 'features/yearly-levels/routes/list.tsx'),
  route('xep-loai/:listId/excel', 'features/yearly-levels/routes/levels-excel.tsx'),
  route('xep-loai/:listId/excel/mau', 'features/yearly-levels/routes/levels-template.ts'),
];
