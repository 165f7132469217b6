import { route } from '@react-router/dev/routes';

const at = (path: string) => `khen-thuong/hoi-dong${path}`;
const file = (name: string) => `features/council/routes/${name}`;

export const councilRoutes = [
  route(at(''), file('councils.tsx')),
  route(at('/lap'), file('new-council.tsx')),
  route(at('/thanh-vien/:councilId'), file('council.tsx')),
  route(at('/phien/moi/:councilId'), file('new-session.tsx')),
  route(at('/phien/:sessionId'), file('session.tsx')),
  route(at('/phien/:sessionId/sua'), file('edit-session.tsx')),
  route(at('/phien/:sessionId/chuong-trinh'), file('agenda.tsx')),
  route(at('/phien/:sessionId/diem-danh'), file('attendance.tsx')),
  route(at('/phien/:sessionId/bieu-quyet'), file('vote.tsx')),
  route(at('/phien/:sessionId/khai-lien-quan'), file('declare.tsx')),
  route(at('/phien/:sessionId/van-ban/:personId'), file('paper.tsx')),
  route(at('/phien/:sessionId/phieu-giay'), file('papers.tsx')),
  route(at('/phien/:sessionId/nhan-phieu'), file('take-ballots.ts')),
  route(at('/phien/:sessionId/du-phong'), file('spare.ts')),
  route(at('/phien/:sessionId/da-bo'), file('returned.ts')),
  route(at('/phien/:sessionId/kiem-lai'), file('recount.tsx')),
  route(at('/phien/:sessionId/danh-sach-phieu.json'), file('published.ts')),
  route(at('/phien/:sessionId/bien-ban/:kind/:format'), file('minutes-file.ts')),
  route('khen-thuong/ho-so/:dossierId/hoi-dong', file('dossier-council.tsx')),
  route('phieu-kin/:pollId', file('cast.ts')),
];
