import { route } from '@react-router/dev/routes';

export const scoringRoutes = [
  route('cham-diem', 'features/scoring/routes/judgements.tsx'),
  route('cham-diem/moi', 'features/scoring/routes/new-judgement.tsx'),
  route('cham-diem/phieu/:cardId', 'features/scoring/routes/card.tsx'),
  route('cham-diem/phieu/:cardId/cham/:step', 'features/scoring/routes/sheet.tsx'),
  route('cham-diem/phieu/:cardId/minh-chung', 'features/scoring/routes/evidence.tsx'),
  route('cham-diem/phieu/:cardId/excel', 'features/scoring/routes/self-excel.tsx'),
  route('cham-diem/phieu/:cardId/excel/tai-ve', 'features/scoring/routes/self-sheet.ts'),
  route('cham-diem/tep/:attachmentId', 'features/scoring/routes/evidence-file.ts'),
  route('cham-diem/:judgementId', 'features/scoring/routes/judgement.tsx'),
  route('cham-diem/:judgementId/sua', 'features/scoring/routes/edit-judgement.tsx'),
  route('cham-diem/:judgementId/phan-cong', 'features/scoring/routes/assign.tsx'),
];
