import { Actions, Button, LinkButton } from '../../app/ui/Button.tsx';
import { Compare } from '../../app/ui/Compare.tsx';
import { Confirm } from '../../app/ui/Confirm.tsx';
import { Empty } from '../../app/ui/Empty.tsx';
import { Pairs } from '../../app/ui/Facts.tsx';
import { Field } from '../../app/ui/Field.tsx';
import { Form } from '../../app/ui/Form.tsx';
import { Notice } from '../../app/ui/Notice.tsx';
import { Page } from '../../app/ui/Page.tsx';
import { Progress } from '../../app/ui/Progress.tsx';
import { Stage, Status } from '../../app/ui/Status.tsx';
import { Steps } from '../../app/ui/Steps.tsx';
import { Timeline } from '../../app/ui/Timeline.tsx';
import { Milestones } from '../../app/ui/chart/Milestones.tsx';
import { statusNames } from '../../app/ui/status.ts';

export function PiecesPage() {
  return (
    <Page
      title="Các mảnh còn lại"
      lead="Mỗi mảnh một lần, với dữ liệu mẫu."
      action={
        <LinkButton href="/x" kind="second">
          Việc phụ
        </LinkButton>
      }
    >
      <Notice kind="success">Đã gửi 6 chỉ tiêu tháng 9/2027 cho Sở Mẫu lúc 14:40.</Notice>
      <Notice kind="info">Kỳ báo cáo quý IV mở ngày 15/12/2027.</Notice>
      <Notice kind="warning" title="Giá trị mặc định">
        Ngưỡng 10% là mặc định, tỉnh chưa xác nhận.
      </Notice>
      <Notice kind="refusal">Hồ sơ đang ở bước thẩm định nên chưa thể sửa. Liên hệ Sở Mẫu để được trả lại.</Notice>
      <p>
        {statusNames.map((status) => (
          <span key={status}>
            <Status status={status} />{' '}
          </span>
        ))}
      </p>
      <p>
        {(['draft', 'submitted', 'verified', 'returned', 'corrected'] as const).map((stage) => (
          <span key={stage}>
            <Stage stage={stage} />{' '}
          </span>
        ))}
      </p>
      <Steps
        steps={[
          { label: 'Nhập', state: 'done', note: '05/10/2027' },
          { label: 'Gửi duyệt', state: 'done', note: 'Người Mẫu Một, 05/10/2027' },
          { label: 'Xác nhận', state: 'current', note: 'Sở Mẫu, hạn 12/10/2027' },
          { label: 'Tính vào kết quả', state: 'ahead' },
        ]}
      />
      <Pairs
        pairs={[
          { label: 'Mã', value: 'M001' },
          { label: 'Đơn vị cấp trên', value: 'UBND tỉnh Mẫu' },
          { label: 'Hiệu lực', value: 'từ 01/07/2025' },
        ]}
      />
      <h2>Không có gì</h2>
      <Empty
        what="Danh sách báo cáo quý III sẽ hiện ở đây"
        why="Kỳ báo cáo chưa mở. Sở Mẫu mở kỳ vào ngày 15 của tháng cuối quý."
        first={
          <LinkButton href="/ky" kind="second">
            Xem lịch các kỳ
          </LinkButton>
        }
      />
      <h2>Việc dài</h2>
      <Progress title="Đang nhập 100.000 số liệu" done={43_120} total={100_000} state="running" poll="/nhap/1" />
      <Progress
        title="Nhập số liệu"
        done={120}
        total={1000}
        state="failed"
        detail="Dừng ở dòng 121: mã đơn vị M999 không có. Chưa có dòng nào được ghi. Sửa tệp rồi gửi lại."
      />
      <h2>Hai người cùng sửa</h2>
      <Form version={5} wide>
        <Compare
          theirNote="Người Mẫu Hai lưu lúc 14:31 ngày 05/10/2027"
          fields={[
            { label: 'Giá trị', mine: '97,9', theirs: '97,6' },
            { label: 'Nguồn', mine: 'Sổ theo dõi', theirs: 'Sổ theo dõi' },
            { label: 'Thuyết minh', mine: 'Đã đối chiếu', theirs: '' },
          ]}
        />
        <Actions>
          <Button>Lưu lựa chọn</Button>
        </Actions>
      </Form>
      <h2>Trước khi hủy</h2>
      <Confirm
        what="Đơn vị Xã Mẫu số 9 sẽ thôi có hiệu lực từ 01/01/2028."
        lost={['2 tài khoản không đăng nhập được nữa', '1 bản nháp chưa gửi']}
        verb="Kết thúc hiệu lực"
        back="/don-vi/9"
        version={2}
      >
        <Field name="ly-do" label="Lý do" width="long" />
      </Confirm>
      <h2>Mốc tiến độ</h2>
      <Milestones
        from={2026}
        to={2031}
        today={2027.75}
        items={[
          { id: '1', label: 'Ban hành kế hoạch', due: 2026.5, dueText: '30/06/2026', status: 'achieved' },
          {
            id: '2',
            label: 'Tập huấn cho đầu mối các xã',
            due: 2027.5,
            dueText: '30/06/2027',
            status: 'off_track',
            word: 'Chậm 92 ngày',
          },
          { id: '3', label: 'Sơ kết giữa kỳ', due: 2028.5, dueText: '30/06/2028', status: 'on_track' },
          { id: '4', label: 'Tổng kết', due: 2030.9, dueText: '30/11/2030', status: 'no_data', word: 'Chưa tới' },
        ]}
      />
      <h2>Nhật ký</h2>
      <Timeline
        entries={[
          {
            id: '2',
            when: '08/10/2027 09:15',
            dateTime: '2027-10-08T09:15+07:00',
            what: 'Xác nhận giá trị 21.400',
            who: 'Người Mẫu Ba, Sở Mẫu',
          },
          {
            id: '1',
            when: '05/10/2027 14:40',
            dateTime: '2027-10-05T14:40+07:00',
            what: 'Gửi giá trị 21.400',
            who: 'Người Mẫu Một',
            detail: 'Thay cho 21.350, lý do: cộng thiếu một xã.',
          },
        ]}
      />
      <Actions>
        <Button>Chính</Button>
        <Button kind="second">Phụ</Button>
        <Button kind="danger">Xóa bản nháp</Button>
        <Button kind="plain">Bỏ qua</Button>
        <Button disabled>Chưa được</Button>
      </Actions>
    </Page>
  );
}
