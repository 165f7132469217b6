import { route } from '@react-router/dev/routes';

export const inspectionRoutes = [
  route('kiem-tra', 'features/inspections/routes/inspections.tsx'),
  route('kiem-tra/tai-ve', 'features/inspections/routes/download.ts'),
  route('kiem-tra/moi', 'features/inspections/routes/new-inspection.tsx'),
  route('kiem-tra/ton-tai', 'features/inspections/routes/findings.tsx'),
  route('kiem-tra/tep/:attachmentId', 'features/inspections/routes/inspection-file.ts'),
  route('kiem-tra/chuong-trinh', 'features/inspections/routes/programmes.tsx'),
  route('kiem-tra/chuong-trinh/moi', 'features/inspections/routes/new-programme.tsx'),
  route('kiem-tra/chuong-trinh/:programmeId', 'features/inspections/routes/programme.tsx'),
  route('kiem-tra/chuong-trinh/:programmeId/sua', 'features/inspections/routes/edit-programme.tsx'),
  route('kiem-tra/:inspectionId', 'features/inspections/routes/inspection.tsx'),
  route('kiem-tra/:inspectionId/sua', 'features/inspections/routes/edit-inspection.tsx'),
  route('kiem-tra/:inspectionId/bien-ban', 'features/inspections/routes/minutes.tsx'),
  route('kiem-tra/:inspectionId/bien-ban/tai/:format', 'features/inspections/routes/minutes-file.ts'),
  route('kiem-tra/:inspectionId/ton-tai/moi', 'features/inspections/routes/new-finding.tsx'),
  route('kiem-tra/:inspectionId/ton-tai/:findingId', 'features/inspections/routes/finding.tsx'),
];
