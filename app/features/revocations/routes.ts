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
];
