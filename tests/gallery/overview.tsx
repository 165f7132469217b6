import { Page } from '../../app/ui/Page.tsx';
import { Status } from '../../app/ui/Status.tsx';
import { Table } from '../../app/ui/Table.tsx';
import { Tiles } from '../../app/ui/Tiles.tsx';
import { Overdue } from '../../app/ui/Todo.tsx';
import { BarAgainstTarget } from '../../app/ui/chart/BarAgainstTarget.tsx';
import { SmallMultiples } from '../../app/ui/chart/SmallMultiples.tsx';
import { Sparkline } from '../../app/ui/chart/Sparkline.tsx';
import { StatusStrip } from '../../app/ui/chart/StatusStrip.tsx';
import { UnitGrid } from '../../app/ui/chart/UnitGrid.tsx';
import type { SampleIndicator } from './sample.ts';
import { indicators, path, points, units } from './sample.ts';

export function OverviewPage() {
  return (
    <Page
      title="37 chỉ tiêu: 22 đang đạt hoặc đúng tiến độ"
      lead={
        <>
          Số liệu đã xác nhận đến 30/09/2027 · thời gian đã qua 35% ·{' '}
          <a href="/tong-quan?ngay=2027-06-30">xem theo ngày khác</a>
        </>
      }
    >
      <StatusStrip
        label="37 chỉ tiêu theo trạng thái"
        counts={{ achieved: 4, on_track: 18, at_risk: 7, off_track: 5, no_data: 3 }}
        hrefs={{ achieved: '/chi-tieu?trang-thai=dat', off_track: '/chi-tieu?trang-thai=cham' }}
      />
      <h2>Kinh tế</h2>
      <IndicatorTable />
      <h2>17 đề án trọng tâm</h2>
      <p className="muted">Vạch đứng là phần thời gian đã qua.</p>
      <Tiles tiles={schemes} />
      <UnitGrid
        title="99 xã, phường: 68 đúng tiến độ trở lên"
        asOf="30/09/2027"
        units={units}
        behind={<p>Danh sách các đơn vị theo trạng thái.</p>}
      />
      <h2>Giảm nghèo ở sáu xã đi sau</h2>
      <SmallMultiples items={multiples} />
    </Page>
  );
}

function IndicatorTable() {
  return (
    <Table<SampleIndicator>
      caption="Chỉ tiêu kinh tế"
      captionHidden
      rows={indicators}
      rowKey={(row) => row.code}
      columns={[
        { key: 'code', head: 'Mã', kind: 'code', cell: (row) => row.code },
        {
          key: 'name',
          head: 'Chỉ tiêu',
          kind: 'name',
          cell: (row) => <a href={`/chi-tieu/${row.code}`}>{row.name}</a>,
        },
        {
          key: 'latest',
          head: 'Mới nhất',
          kind: 'number',
          cell: (row) => (
            <>
              <b>{row.latest}</b> <small>{row.unit}</small>
            </>
          ),
        },
        {
          key: 'target',
          head: 'Mục tiêu 2030',
          kind: 'number',
          cell: (row) => (
            <>
              {row.target} <small>{row.unit}</small>
            </>
          ),
        },
        {
          key: 'way',
          head: 'Đường đi',
          cell: (row) => (
            <Sparkline
              status={row.status}
              actual={points(...row.actual)}
              expected={row.actual[0] === undefined ? [] : path(row.actual[0], row.goal)}
            />
          ),
        },
        { key: 'status', head: 'Trạng thái', cell: (row) => <Status status={row.status} /> },
      ]}
    />
  );
}

const schemes = [
  'Tuyên giáo, dân vận',
  'Tổ chức cơ sở đảng',
  'Kiểm tra, giám sát',
  'Phòng, chống lãng phí',
  'Đại đoàn kết',
  'Nông thôn mới và cuộc sống ấm no',
].map((title, at) => ({
  id: title,
  title,
  href: `/de-an/${at + 1}`,
  number: `0${at + 1}`,
  note: 'Cơ quan Mẫu chủ trì',
  children: (
    <>
      <BarAgainstTarget
        status={at % 3 === 0 ? 'at_risk' : 'on_track'}
        share={0.3 + at * 0.09}
        elapsed={0.35}
        label={`Kế hoạch ${title}`}
      />
      <p>
        {30 + at * 9}% kế hoạch · BC quý III {at % 3 === 0 ? <Overdue>chậm 2 ngày</Overdue> : 'đã gửi'}
      </p>
    </>
  ),
}));

const multiples = (['on_track', 'at_risk', 'off_track', 'on_track', 'no_data', 'achieved'] as const).map(
  (status, at) => ({
    id: `M${at}`,
    title: `Xã Mẫu số ${at + 1}`,
    href: `/don-vi/M${at}`,
    status,
    value: status === 'no_data' ? 'chưa có số liệu' : `${28 - at * 3},4%`,
    actual: status === 'no_data' ? [] : points(34 - at, 31 - at * 2, 28 - at * 3),
    expected: path(34 - at, 12),
  }),
);
