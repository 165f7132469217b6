import { Facts } from '../../app/ui/Facts.tsx';
import { Page } from '../../app/ui/Page.tsx';
import { Stage, Status } from '../../app/ui/Status.tsx';
import { Table } from '../../app/ui/Table.tsx';
import { Tabs } from '../../app/ui/Tabs.tsx';
import { Why } from '../../app/ui/Why.tsx';
import { TrajectoryChart } from '../../app/ui/chart/TrajectoryChart.tsx';
import { format, path, points } from './sample.ts';

export function IndicatorPage() {
  return (
    <Page
      trail={[
        { label: 'Chỉ tiêu', href: '/chi-tieu' },
        { label: 'Kinh tế', href: '/chi-tieu?linh-vuc=kinh-te' },
      ]}
      title="Thu ngân sách nhà nước trên địa bàn"
      lead="KT-06 · “đến năm 2030 đạt trên 32.000 tỷ đồng” · Chỉ thị, mục I.1 · phụ trách: Sở Mẫu"
      action={<Status status="off_track" large />}
    >
      <Tabs
        tabs={[
          { label: 'Tiến độ', href: '#a', current: true },
          { label: 'Số liệu', href: '#b', count: 12 },
          { label: 'Theo đơn vị', href: '#c', count: 99 },
          { label: 'Nhật ký', href: '#d' },
        ]}
      />
      <Facts
        facts={[
          { label: 'Mới nhất (2027)', value: '21.400', unit: 'tỷ đồng', note: 'đã xác nhận 08/10/2027' },
          { label: 'Theo đường mục tiêu phải đạt', value: '24.500' },
          { label: 'Cần tăng mỗi năm', value: '3.533' },
          { label: 'Hai năm qua tăng mỗi năm', value: '950' },
        ]}
      />
      <TrajectoryChart
        id="duong-di"
        title="Với tốc độ hiện nay, năm 2030 đạt khoảng 24.250 tỷ đồng, thiếu 7.750"
        description="Từ 19.500 năm 2025 lên 21.400 năm 2027, thấp hơn mức phải đạt 24.500."
        source="Cục Mẫu"
        asOf="30/09/2027"
        years={[2025, 2030]}
        status="off_track"
        actual={points(19_500, 20_600, 21_400)}
        expected={path(19_500, 32_000)}
        forecast={[
          { at: 2027, value: 21_400 },
          { at: 2030, value: 24_250 },
        ]}
        target={{ low: 32_000, label: 'Mục tiêu: trên 32.000' }}
        vintages={[{ label: 'Theo số liệu ngày 30/06/2027', points: points(19_500, 20_450, 21_900) }]}
        format={format}
        unit="tỷ đồng"
      />
      <Why
        question="Vì sao “Chậm tiến độ”?"
        open
        figures={[
          { label: 'Giá trị', value: '21.400' },
          { label: 'Phải đạt ở thời điểm này', value: '24.500' },
        ]}
        rule="Thấp hơn quá 10% so với mức phải đạt là chậm tiến độ (mặc định, tỉnh chưa xác nhận)."
        clause="Chỉ thị, mục I.1"
        asOf="30/09/2027"
        sheet="/bang-tinh"
      >
        Giá trị 21.400 thấp hơn mức phải có ở thời điểm này (24.500) là 12,7%. “Trên 32.000” nghĩa là phải lớn hơn hẳn
        32.000.
      </Why>
      <h2>Số liệu</h2>
      <Table
        caption="Số liệu đã báo cáo"
        captionHidden
        rows={values}
        rowKey={(row) => row.period}
        columns={[
          { key: 'period', head: 'Kỳ', kind: 'name', cell: (row) => row.period },
          {
            key: 'value',
            head: 'Giá trị',
            kind: 'number',
            cell: (row) => (
              <>
                <b>{row.value}</b>
                {row.before && (
                  <>
                    {' '}
                    <del>{row.before}</del>
                  </>
                )}
              </>
            ),
          },
          { key: 'stage', head: 'Trạng thái số liệu', cell: (row) => <Stage stage={row.stage} /> },
          { key: 'source', head: 'Nguồn, minh chứng', cell: (row) => <a href="/tep">{row.source}</a> },
          { key: 'dates', head: 'Báo cáo · xác nhận', cell: (row) => row.dates },
        ]}
      />
      {charts}
    </Page>
  );
}

const values = [
  { period: '2028 (dự kiến)', value: '21.900', before: '', stage: 'draft', source: 'bảng kê.xlsx', dates: '–' },
  {
    period: '2027 (9 tháng)',
    value: '21.400',
    before: '',
    stage: 'verified',
    source: 'BC-118.pdf',
    dates: '05/10/2027 · 08/10/2027',
  },
  {
    period: '2027 (6 tháng)',
    value: '10.900',
    before: '',
    stage: 'submitted',
    source: 'BC-70.pdf',
    dates: '05/07/2027 · –',
  },
  {
    period: '2026',
    value: '20.600',
    before: '20.450',
    stage: 'corrected',
    source: 'Quyết toán 2026.xlsx',
    dates: '20/01/2027 · 02/02/2027',
  },
  { period: '2025', value: '19.500', before: '', stage: 'returned', source: 'Niên giám', dates: '–' },
] as const;

const shared = { description: 'Hình mẫu.', years: [2025, 2030], format, unit: '%', asOf: '30/09/2027' } as const;

const charts = (
  <>
    <h2>Các dạng khác của hình</h2>
    <TrajectoryChart
      {...shared}
      id="khoang"
      title="Tỉ lệ lao động nông nghiệp giảm đúng đường, trong khoảng 40–42"
      status="on_track"
      actual={points(55, 52.4, 49.8)}
      expected={path(55, 41)}
      target={{ low: 40, high: 42, label: 'Mục tiêu: 40–42' }}
    />
    <TrajectoryChart
      {...shared}
      id="mot"
      title="Mới có một số liệu, chưa đủ để dự báo"
      status="at_risk"
      actual={[{ at: 2026, value: 2.9, unverified: true }]}
      target={{ high: 2, label: 'Mục tiêu: dưới 2' }}
    />
    <TrajectoryChart {...shared} id="khong" title="Chưa có số liệu, chưa biết mức gốc" status="no_data" actual={[]} />
    <TrajectoryChart
      {...shared}
      id="thang"
      title="Theo tháng, qua cả số âm"
      status="achieved"
      actual={Array.from({ length: 24 }, (_, month) => ({
        at: 2026 + month / 12,
        value: Math.round(Math.sin(month / 3) * 40) / 10,
      }))}
      target={{ low: 3, label: 'Mục tiêu: từ 3' }}
    />
  </>
);
