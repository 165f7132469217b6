import { route } from '@react-router/dev/routes';

const at = (file: string) => `features/fund/routes/${file}`;

export const fundRoutes = [
  route('khen-thuong/quy', at('funds.tsx')),
  route('khen-thuong/quy/tai.xlsx', at('funds-download.ts'), { id: 'funds-xlsx' }),
  route('khen-thuong/quy/tai.csv', at('funds-download.ts'), { id: 'funds-csv' }),
  route('khen-thuong/quy/mo-so', at('new-fund.tsx')),
  route('khen-thuong/quy/:fundId', at('fund.tsx')),
  route('khen-thuong/quy/:fundId/khoa-so', at('close-fund.tsx')),
  route('khen-thuong/quy/:fundId/dieu-chinh/:entryId', at('correct-entry.tsx')),
  route('khen-thuong/quy/:fundId/tai.xlsx', at('ledger-download.ts'), { id: 'ledger-xlsx' }),
  route('khen-thuong/quy/:fundId/tai.csv', at('ledger-download.ts'), { id: 'ledger-csv' }),
  route('khen-thuong/quy/:fundId/in/:format', at('ledger-paper.ts')),
  route('khen-thuong/quy/:fundId/chi-thuong', at('dues.tsx')),
  route('khen-thuong/quy/:fundId/chi-thuong/danh-sach', at('payment-list.tsx')),
  route('khen-thuong/quy/:fundId/chi-thuong/danh-sach/tai.xlsx', at('payment-download.ts'), { id: 'payment-xlsx' }),
  route('khen-thuong/quy/:fundId/chi-thuong/danh-sach/tai.csv', at('payment-download.ts'), { id: 'payment-csv' }),
  route('khen-thuong/quy/:fundId/chi-thuong/danh-sach/in/:format', at('payment-paper.ts')),
];
