import { route } from '@react-router/dev/routes';

export const actualRoutes = [
  route('nhap-so-lieu', 'features/actuals/routes/entry.tsx'),
  route('nhap-so-lieu/excel', 'features/actuals/routes/excel.tsx'),
  route('nhap-so-lieu/mau', 'features/actuals/routes/template.ts'),
  route('nhap-so-lieu/:actualId', 'features/actuals/routes/value.tsx'),
  route('duyet-so-lieu', 'features/actuals/routes/review.tsx'),
  route('duyet-so-lieu/tai', 'features/actuals/routes/review-file.ts'),
  route('duyet-so-lieu/xac-nhan', 'features/actuals/routes/confirm.tsx'),
  route('tep/:attachmentId', 'features/actuals/routes/evidence-file.ts'),
];
