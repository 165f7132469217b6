import { route } from '@react-router/dev/routes';

const at = (file: string) => `features/criteria/routes/${file}`;

export const criteriaRoutes = [
  route('tieu-chi', at('sets.tsx')),
  route('tieu-chi/moi', at('new-set.tsx')),
  route('tieu-chi/:setId', at('set.tsx')),
  route('tieu-chi/:setId/so-sanh', at('compare.tsx')),
  route('tieu-chi/:setId/excel', at('excel.tsx')),
  route('tieu-chi/:setId/tai.xlsx', at('set-download.ts'), { id: 'criteria-xlsx' }),
  route('tieu-chi/:setId/tai.csv', at('set-download.ts'), { id: 'criteria-csv' }),
  route('tieu-chi/:setId/in/:format', at('set-paper.ts')),
  route('tieu-chi/:setId/muc', at('criterion.tsx')),
  route('tieu-chi/:setId/muc/bo', at('remove-criterion.tsx')),
  route('tieu-chi/:setId/thong-tin', at('set-head.tsx')),
  route('tieu-chi/:setId/ban-hanh', at('publish.tsx')),
  route('tieu-chi/:setId/bo', at('withdraw.tsx')),
  route('tieu-chi/:setId/thay-the', at('replace.tsx')),
];
