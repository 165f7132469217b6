import { Actions, Button } from '../../app/ui/Button.tsx';
import { Choices, Checkbox } from '../../app/ui/Choices.tsx';
import { Field } from '../../app/ui/Field.tsx';
import { Form } from '../../app/ui/Form.tsx';
import { Page } from '../../app/ui/Page.tsx';
import { Overdue, Todo } from '../../app/ui/Todo.tsx';

const wrong = '160 lớn hơn 100. Nhập số từ 0 đến 100, ví dụ 38,5.';

export function EntryPage() {
  return (
    <Page title="3 việc đang chờ, 1 việc quá hạn" lead="UBND xã Bản Mẫu">
      <Todo
        items={[
          {
            id: '1',
            title: 'Báo cáo quý III về Đề án 09',
            href: '/bao-cao/1',
            verb: 'Viết tiếp',
            late: true,
            note: (
              <>
                Hạn 05/10/2027 · <Overdue>quá hạn 2 ngày làm việc</Overdue> · nháp đã lưu 80%
              </>
            ),
          },
          {
            id: '2',
            title: 'Nhập 6 chỉ tiêu tháng 9',
            href: '/nhap-so-lieu',
            verb: 'Nhập số liệu',
            note: 'Hạn 12/10/2027 · còn 3 ngày làm việc',
          },
          {
            id: '3',
            title: 'Đăng ký mô hình, sáng kiến năm 2027',
            href: '/sang-kien',
            verb: 'Đăng ký',
            note: 'Hạn 30/11/2027 · chưa có mô hình nào trong năm',
          },
        ]}
      />
      <h2>Nhập số liệu tháng 9/2027</h2>
      <Form
        version={4}
        guard="mau"
        multipart
        errors={[
          { field: 'XH-15', label: 'Nước sạch', message: wrong },
          { message: 'Kỳ tháng 9/2027 đã khóa với 1 chỉ tiêu khác.' },
        ]}
      >
        <Field
          type="number-vi"
          name="XH-07"
          label="Người dân tham gia bảo hiểm y tế"
          note="XH-07"
          unit="%"
          hint="Kỳ trước 97,4. Dùng dấu phẩy cho phần thập phân, ví dụ 97,5."
          value="97,9"
        />
        <Field
          type="number-vi"
          name="XH-15"
          label="Dân số dùng nước sạch đạt quy chuẩn"
          note="XH-15"
          unit="%"
          hint="Kỳ trước chưa có."
          error={wrong}
          value="160"
        />
        <Field type="date" name="ngay" label="Tính đến ngày" value="2027-09-30" width="short" />
        <Field
          type="select"
          name="nguon"
          label="Nguồn số liệu"
          options={[
            { label: 'Trong tỉnh', options: [{ value: 'a', label: 'Sổ theo dõi của xã' }] },
            { value: 'b', label: 'Điều tra' },
          ]}
        />
        <Field name="ten" label="Người lập biểu" width="long" list={['Người Mẫu Hai', 'Người Mẫu Ba']} />
        <Choices
          kind="one"
          name="loai"
          label="Loại số liệu"
          value="chinh-thuc"
          options={[
            { value: 'chinh-thuc', label: 'Chính thức' },
            { value: 'uoc', label: 'Ước thực hiện', hint: 'Sẽ phải thay bằng số chính thức trước ngày 15 tháng sau.' },
          ]}
        />
        <Choices
          kind="many"
          name="pham-vi"
          label="Phạm vi"
          error="Chọn ít nhất một phạm vi."
          value={[]}
          options={[
            { value: 'thon', label: 'Thôn, bản' },
            { value: 'truong', label: 'Trường học' },
          ]}
        />
        <Field
          type="textarea"
          name="ghi-chu"
          label="Thuyết minh"
          optional
          hint="Nêu nguyên nhân nếu thấp hơn kỳ trước."
        />
        <Field
          type="file"
          name="tep"
          label="Minh chứng"
          optional
          hint="PDF, ảnh hoặc Excel, mỗi tệp không quá 20 MB."
          multiple
        />
        <Checkbox name="cam-doan" label="Tôi đã kiểm tra số liệu với sổ gốc" />
        <Actions remark="Đã lưu nháp lúc 14:32, kể cả khi mất mạng.">
          <Button>Gửi duyệt</Button>
          <Button kind="second" name="luu" value="nhap">
            Lưu nháp
          </Button>
        </Actions>
      </Form>
    </Page>
  );
}
