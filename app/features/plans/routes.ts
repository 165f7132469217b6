import { route } from '@react-router/dev/routes';

export const planRoutes = [
  route('ke-hoach', 'features/plans/routes/plans.tsx'),
  route('ke-hoach/tai.xlsx', 'features/plans/routes/plans-file.ts', { id: 'plans-xlsx' }),
  route('ke-hoach/tai.csv', 'features/plans/routes/plans-file.ts', { id: 'plans-csv' }),
  route('ke-hoach/nap', 'features/plans/routes/plan-import.tsx'),
  route('ke-hoach/mau.xlsx', 'features/plans/routes/plan-template.ts'),
  route('ke-hoach/tien-do', 'features/plans/routes/attention.tsx'),
  route('ke-hoach/tien-do/tai.xlsx', 'features/plans/routes/attention-file.ts', { id: 'plan-attention-xlsx' }),
  route('ke-hoach/tien-do/tai.csv', 'features/plans/routes/attention-file.ts', { id: 'plan-attention-csv' }),
  route('ke-hoach/moi', 'features/plans/routes/new-plan.tsx'),
  route('ke-hoach/tep/:attachmentId', 'features/plans/routes/plan-file.ts'),
  route('ke-hoach/:planId', 'features/plans/routes/plan.tsx'),
  route('ke-hoach/:planId/van-ban/:format', 'features/plans/routes/plan-paper.ts'),
  route('ke-hoach/:planId/bang.xlsx', 'features/plans/routes/plan-workbook.ts'),
  route('ke-hoach/:planId/trong-so', 'features/plans/routes/plan-weights.tsx'),
  route('ke-hoach/:planId/so-sanh', 'features/plans/routes/compare-editions.tsx'),
  route('ke-hoach/:planId/sua', 'features/plans/routes/edit-plan.tsx'),
  route('ke-hoach/:planId/nhiem-vu/moi', 'features/plans/routes/new-task.tsx'),
  route('ke-hoach/:planId/nhiem-vu/:taskId', 'features/plans/routes/task.tsx'),
];
