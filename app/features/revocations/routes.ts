import { route } from '@react-router/dev/routes';

const at = (file: string) => `features/revocations/routes/${file}`;

export const revocationRoutes = [
  route('khen-thuong/huy-bo', at('revocations.tsx')),
  route('khen-thuong/huy-bo/tai.xlsx', at('revocations-download.ts'), { id: 'revocations-xlsx' }),
  route('khen-thuong/huy-bo/tai.csv', at('revocations-download.ts'), { id: 'revocations-csv' }),
  route('khen-thuong/huy-bo/moi', at('new-revocation.tsx')),
  route('khen-thuong/huy-bo/tep/:attachmentId', at('revocation-file.ts')),
  route('khen-thuong/huy-bo/:revocationId', at('revocation.tsx')),
  route('khen-thuong/huy-bo/:revocationId/sua', at('edit-revocation.tsx')),
  route('khen-thuong/huy-bo/:revocationId/in/:format', at('revocation-paper.ts')),
  route('khen-thuong/huy-bo/:revocationId/tai/:what', at('revocation-kept.ts')),
  route('khen-thuong/khieu-nai', at('complaints.tsx')),
  route('khen-thuong/khieu-nai/tai.xlsx', at('complaints-download.ts'), { id: 'complaints-xlsx' }),
  route('khen-thuong/khieu-nai/tai.csv', at('complaints-download.ts'), { id: 'complaints-csv' }),
  route('khen-thuong/khieu-nai/moi', at('new-complaint.tsx')),
  route('khen-thuong/khieu-nai/:complaintId', at('complaint.tsx')),
];
