import { route } from '@react-router/dev/routes';

const at = (file: string) => `features/honours/routes/${file}`;

export const honourRoutes = [
  route('khen-thuong/thong-ke', at('statistics.tsx'), { id: 'honour-statistics' }),
  route('khen-thuong/thong-ke/tai.csv', at('statistics-download.ts'), { id: 'honour-statistics-csv' }),
  route('khen-thuong/thong-ke/tai.xlsx', at('statistics-download.ts'), { id: 'honour-statistics-xlsx' }),
  route('khen-thuong/thong-ke/in/:format', at('statistics-paper.ts'), { id: 'honour-statistics-paper' }),
  route('khen-thuong/thong-ke/danh-sach', at('honours.tsx'), { id: 'honours' }),
  route('khen-thuong/thong-ke/danh-sach/tai.csv', at('honours-download.ts'), { id: 'honours-csv' }),
  route('khen-thuong/thong-ke/danh-sach/tai.xlsx', at('honours-download.ts'), { id: 'honours-xlsx' }),
  route('khen-thuong/thong-ke/danh-sach/in/:format', at('honours-paper.ts'), { id: 'honours-paper' }),
  route('khen-thuong/thong-ke/bieu', at('form.tsx'), { id: 'honour-form' }),
  route('khen-thuong/thong-ke/bieu/tai.csv', at('form-download.ts'), { id: 'honour-form-csv' }),
  route('khen-thuong/thong-ke/bieu/tai.xlsx', at('form-download.ts'), { id: 'honour-form-xlsx' }),
  route('khen-thuong/thong-ke/bieu/in/:format', at('form-paper.ts'), { id: 'honour-form-paper' }),
];
