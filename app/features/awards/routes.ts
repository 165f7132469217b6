import { route } from '@react-router/dev/routes';

const download = 'features/awards/routes/awards-download.ts';

export const awardRoutes = [
  route('khen-thuong/danh-muc', 'features/awards/routes/awards.tsx'),
  route('khen-thuong/danh-muc/tai.csv', download, { id: 'danh-muc-khen-thuong-csv' }),
  route('khen-thuong/danh-muc/tai.xlsx', download, { id: 'danh-muc-khen-thuong-xlsx' }),
  route('khen-thuong/danh-muc/quy-dinh-chung', 'features/awards/routes/general.tsx'),
  route('khen-thuong/danh-muc/cho-xac-nhan', 'features/awards/routes/waiting.tsx'),
  route('khen-thuong/danh-muc/bo-quy-dinh/:setCode', 'features/awards/routes/rule-set.tsx'),
  route('khen-thuong/danh-muc/quy-dinh/moi', 'features/awards/routes/new-provision.tsx'),
  route('khen-thuong/danh-muc/quy-dinh/:provisionId', 'features/awards/routes/provision.tsx'),
  route('khen-thuong/danh-muc/thu', 'features/awards/routes/try.tsx'),
  route('khen-thuong/danh-muc/:code', 'features/awards/routes/award.tsx'),
];
