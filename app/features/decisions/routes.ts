import { route } from '@react-router/dev/routes';

export const decisionRoutes = [
  route('khen-thuong/quyet-dinh', 'features/decisions/routes/decisions.tsx'),
  route('khen-thuong/quyet-dinh/cong-bo', 'features/decisions/routes/published.tsx'),
  route('khen-thuong/quyet-dinh/cong-bo/:decisionId', 'features/decisions/routes/published-one.tsx'),
  route('khen-thuong/quyet-dinh/cong-bo/:decisionId/tai', 'features/decisions/routes/published-file.ts'),
  route('khen-thuong/quyet-dinh/chu-ky', 'features/decisions/routes/marks.tsx'),
  route('khen-thuong/quyet-dinh/chu-ky/hinh/:identityId', 'features/decisions/routes/mark-picture.ts'),
  route('khen-thuong/quyet-dinh/chu-ky/:kind/:ownerId', 'features/decisions/routes/mark.tsx'),
  route('khen-thuong/quyet-dinh/so-so', 'features/decisions/routes/books.tsx'),
  route('khen-thuong/quyet-dinh/so-so/:unitId', 'features/decisions/routes/book.tsx'),
  route('khen-thuong/quyet-dinh/:decisionId', 'features/decisions/routes/decision.tsx'),
  route('khen-thuong/quyet-dinh/:decisionId/danh-sach', 'features/decisions/routes/judge.tsx'),
  route('khen-thuong/quyet-dinh/:decisionId/sang-kien/:lineId', 'features/decisions/routes/line-initiative.tsx'),
  route('khen-thuong/quyet-dinh/:decisionId/tai/:what', 'features/decisions/routes/decision-file.ts'),
  route('khen-thuong/ho-so/:dossierId/quyet-dinh', 'features/decisions/routes/dossier-decision.tsx'),
];
