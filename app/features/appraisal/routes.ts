import { route } from '@react-router/dev/routes';

const at = (name: string) => `features/appraisal/routes/${name}`;

export const appraisalRoutes = [
  route('lay-y-kien', at('public-lists.tsx')),
  route('lay-y-kien/tra-cuu', at('follow.tsx')),
  route('lay-y-kien/:listId', at('public-list.tsx')),
  route('khen-thuong/tham-dinh', at('desk.tsx')),
  route('khen-thuong/tham-dinh/tai.csv', at('desk-download.ts'), { id: 'tham-dinh-csv' }),
  route('khen-thuong/tham-dinh/tai.xlsx', at('desk-download.ts'), { id: 'tham-dinh-xlsx' }),
  route('khen-thuong/tham-dinh/canh-bao', at('flags.tsx')),
  route('khen-thuong/tham-dinh/canh-bao/tai.csv', at('flags-download.ts'), { id: 'canh-bao-csv' }),
  route('khen-thuong/tham-dinh/canh-bao/tai.xlsx', at('flags-download.ts'), { id: 'canh-bao-xlsx' }),
  route('khen-thuong/tham-dinh/canh-bao/moi', at('new-flag.tsx')),
  route('khen-thuong/tham-dinh/canh-bao/excel', at('flags-excel.tsx')),
  route('khen-thuong/tham-dinh/canh-bao/mau', at('flags-template.ts')),
  route('khen-thuong/tham-dinh/canh-bao/loai', at('flag-kinds.tsx')),
  route('khen-thuong/tham-dinh/canh-bao/:flagId', at('flag.tsx')),
  route('khen-thuong/tham-dinh/co-quan', at('asked-bodies.tsx')),
  route('khen-thuong/tham-dinh/y-kien/tep/:attachmentId', at('answer-file.ts')),
  route('khen-thuong/tham-dinh/y-kien/:requestId', at('request.tsx')),
  route('khen-thuong/tham-dinh/y-kien/:requestId/cong-van/:format', at('letter-file.ts')),
  route('khen-thuong/tham-dinh/cong-khai/:listId', at('list.tsx')),
  route('khen-thuong/tham-dinh/cong-khai/:listId/in/:format', at('list-file.ts')),
  route('khen-thuong/tham-dinh/:dossierId', at('dossier.tsx')),
  route('khen-thuong/tham-dinh/:dossierId/bao-cao/:format', at('report-file.ts')),
  route('khen-thuong/tham-dinh/:dossierId/ket-luan-chung', at('conclude-many.tsx')),
  route('khen-thuong/tham-dinh/:dossierId/lay-y-kien', at('consult.tsx')),
  route('khen-thuong/tham-dinh/:dossierId/:nomineeId', at('nominee.tsx')),
];
