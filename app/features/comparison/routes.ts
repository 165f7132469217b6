import { route } from '@react-router/dev/routes';

const at = (file: string) => `features/comparison/routes/${file}`;

export const comparisonRoutes = [
  route('cham-diem/phieu/:cardId/so-sanh', at('comparison.tsx')),
  route('cham-diem/phieu/:cardId/in/:format', at('card-paper.ts'), { id: 'score-card-paper' }),
  route('cham-diem/phieu/:cardId/tai.csv', at('card-download.ts'), { id: 'score-card-csv' }),
  route('cham-diem/phieu/:cardId/tai.xlsx', at('card-download.ts'), { id: 'score-card-xlsx' }),
  route('cham-diem/:judgementId/xep-hang/in/:format', at('table-paper.ts'), { id: 'ranking-paper' }),
  route('cham-diem/:judgementId/xep-hang/tai.csv', at('table-download.ts'), { id: 'ranking-csv' }),
  route('cham-diem/:judgementId/xep-hang/tai.xlsx', at('table-download.ts'), { id: 'ranking-xlsx' }),
];
