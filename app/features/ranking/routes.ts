import { route } from '@react-router/dev/routes';

const at = (file: string) => `features/ranking/routes/${file}`;

export const rankingRoutes = [
  route('cham-diem/tinh-lai', at('replay.tsx')),
  route('cham-diem/nguong-xep-loai', at('thresholds.tsx')),
  route('cham-diem/kien-nghi', at('appeals.tsx')),
  route('cham-diem/kien-nghi/tep/:attachmentId', at('appeal-file.ts')),
  route('cham-diem/kien-nghi/:appealId', at('appeal.tsx')),
  route('cham-diem/phieu/:cardId/vi-sao/:code', at('why.tsx')),
  route('cham-diem/:judgementId/xep-hang', at('ranking.tsx')),
  route('cham-diem/:judgementId/xep-hang/kien-nghi', at('new-appeal.tsx')),
  route('cham-diem/:judgementId/xep-hang/sau-khi-cong-bo', at('since.tsx')),
  route('cham-diem/:judgementId/xep-hang/thu', at('trial.tsx')),
  route('ket-qua-thi-dua', at('public-results.tsx')),
  route('ket-qua-thi-dua/:judgementId', at('public-result.tsx')),
];
