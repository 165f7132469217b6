import { route } from '@react-router/dev/routes';

export const roundRoutes = [
  route('ky-bao-cao', 'features/rounds/routes/rounds.tsx'),
  route('ky-bao-cao/moi', 'features/rounds/routes/new-round.tsx'),
  route('ky-bao-cao/don-vi/:code', 'features/rounds/routes/unit-reports.tsx'),
  route('ky-bao-cao/don-vi/:code/tai', 'features/rounds/routes/unit-reports-file.ts'),
  route('ky-bao-cao/:roundId/tai', 'features/rounds/routes/round-file.ts'),
  route('ky-bao-cao/:roundId', 'features/rounds/routes/round.tsx'),
  route('ky-bao-cao/:roundId/sua', 'features/rounds/routes/edit-round.tsx'),
  route('bao-cao/tep/:attachmentId', 'features/rounds/routes/report-file.ts'),
  route('bao-cao/:roundId/:code/ban/:number/:format', 'features/rounds/routes/report-paper.ts'),
  route('bao-cao/:roundId/:code', 'features/rounds/routes/report.tsx'),
  route('mau-bao-cao', 'features/rounds/forms/routes/forms.tsx'),
  route('mau-bao-cao/moi', 'features/rounds/forms/routes/new-form.tsx'),
  route('mau-bao-cao/:formId', 'features/rounds/forms/routes/form.tsx'),
  route('mau-bao-cao/:formId/muc/:position', 'features/rounds/forms/routes/section.tsx'),
];
