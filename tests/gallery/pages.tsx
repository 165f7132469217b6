import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { Frame } from '../../app/ui/Frame.tsx';
import { EntryPage } from './entry.tsx';
import { IndicatorPage } from './indicator.tsx';
import { OverviewPage } from './overview.tsx';
import { PiecesPage } from './pieces.tsx';
import { SignInPage } from './sign-in.tsx';
import { TablePage } from './table.tsx';

const product = { name: 'Thi đua tỉnh Mẫu', term: '2026–2030' };
const areaNames = ['Việc của tôi', 'Tổng quan', 'Chỉ tiêu', 'Đề án', 'Báo cáo', 'Đơn vị', 'Khen thưởng', 'Quản trị'];

function within(current: string, children: ReactNode, name = 'Người Mẫu Một'): string {
  const areas = areaNames.map((label) => ({
    label,
    href: `/${label}`,
    letter: label[0]?.toLowerCase(),
    current: label === current,
    count: label === 'Việc của tôi' ? 3 : undefined,
  }));
  return renderToString(
    <Frame
      product={product}
      areas={areas}
      account={{
        name,
        place: 'Chuyên viên, UBND xã Bản Mẫu',
        links: [
          { label: 'Tài khoản của tôi', href: '/tai-khoan' },
          { label: 'Thông báo', href: '/thong-bao' },
        ],
        signOut: '/dang-xuat',
      }}
      work={{ href: '/viec-cua-toi', count: 3 }}
      demo
      foot={<p>Đơn vị vận hành: Sở Mẫu. Số liệu trên trang này là số liệu mẫu.</p>}
    >
      {children}
    </Frame>,
  );
}

export const pages: Readonly<Record<string, () => string>> = {
  overview: () => within('Tổng quan', <OverviewPage />),
  indicator: () => within('Chỉ tiêu', <IndicatorPage />),
  entry: () => within('Việc của tôi', <EntryPage />),
  table: () => within('Đơn vị', <TablePage />),
  pieces: () => within('Quản trị', <PiecesPage />),
  'sign-in': () =>
    renderToString(
      <Frame product={product} areas={[]} search={false} demo>
        <SignInPage />
      </Frame>,
    ),
};
