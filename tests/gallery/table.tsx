import { withQuery } from '../../app/ui/address.ts';
import { Actions, Button, LinkButton } from '../../app/ui/Button.tsx';
import { Field } from '../../app/ui/Field.tsx';
import { Filters } from '../../app/ui/Filters.tsx';
import { Form } from '../../app/ui/Form.tsx';
import { Page } from '../../app/ui/Page.tsx';
import { Status } from '../../app/ui/Status.tsx';
import { Table } from '../../app/ui/Table.tsx';
import { statusText } from '../../app/ui/text.ts';
import { units } from './sample.ts';

const view = { path: '/don-vi', query: 'loai=xa&sap-xep=ten&trang=2' };
const years = ['2025', '2026', '2027', '2028', '2029', '2030', 'Bình quân', 'Mục tiêu'];

export function TablePage() {
  return (
    <Page
      title="99 xã, phường"
      lead="Xếp theo tên, tính đến 30/09/2027."
      action={<LinkButton href="/don-vi/them">Thêm đơn vị</LinkButton>}
    >
      <Filters
        path="/don-vi"
        keep={{ 'sap-xep': 'ten' }}
        active={[{ label: 'Loại: xã', without: withQuery(view, { loai: undefined }) }]}
      >
        <Field type="search" name="ten" label="Tên hoặc mã" />
        <Field
          type="select"
          name="loai"
          label="Loại"
          value="xa"
          blank="Tất cả"
          options={[
            { value: 'xa', label: 'Xã' },
            { value: 'phuong', label: 'Phường' },
          ]}
        />
        <Field
          type="select"
          name="trang-thai"
          label="Trạng thái"
          blank="Tất cả"
          options={Object.entries(statusText).map(([value, label]) => ({ value, label }))}
        />
      </Filters>
      <Form id="chon" wide>
        <Actions remark="Các đơn vị được chọn sẽ nhận một thông báo; không có gì khác thay đổi.">
          <Button kind="second" small>
            Đôn đốc đơn vị đã chọn
          </Button>
        </Actions>
      </Form>
      <Table
        caption="Danh sách đơn vị"
        rows={units.slice(20, 32)}
        rowKey={(row) => row.code}
        view={view}
        sort={{ by: 'ten', direction: 'asc' }}
        paging={{ page: 2, size: 12, total: 99 }}
        exports={{ excel: '/don-vi.xlsx?loai=xa', csv: '/don-vi.csv?loai=xa' }}
        select={{ name: 'don-vi', form: 'chon', label: (row) => row.name }}
        isLate={(row) => row.status === 'off_track'}
        columns={[
          { key: 'ma', head: 'Mã', kind: 'code', sortable: true, cell: (row) => row.code },
          {
            key: 'ten',
            head: 'Đơn vị',
            kind: 'name',
            sortable: true,
            cell: (row) => <a href={row.href}>{row.name}</a>,
          },
          { key: 'khoi', head: 'Cụm thi đua', cell: () => 'Cụm Mẫu số 3' },
          { key: 'so', head: 'Chỉ tiêu đã đăng ký', kind: 'number', sortable: true, cell: (row) => row.name.length },
          { key: 'tt', head: 'Trạng thái', cell: (row) => <Status status={row.status} /> },
        ]}
      />
      <h2>Bảng rộng</h2>
      <Table
        caption="Thu ngân sách theo xã, tỷ đồng"
        phone="scroll"
        sums={{ ten: 'Cộng', ...Object.fromEntries(years.map((year) => [year, '9.800,0'])) }}
        rows={units.slice(0, 8)}
        rowKey={(row) => row.code}
        columns={[
          { key: 'ten', head: 'Đơn vị', kind: 'name', cell: (row) => row.name },
          ...years.map((year, at) => ({
            key: year,
            head: year,
            kind: 'number' as const,
            cell: () => `1.${100 + at * 37},5`,
          })),
        ]}
      />
      <h2>Không có dòng nào</h2>
      <Table caption="Trống" rows={[]} rowKey={String} columns={[]} />
    </Page>
  );
}
