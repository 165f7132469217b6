/** Words of the sheet of accounts. */
import { roles } from '../../../kernel/actor.ts';
import type { ChangedCell } from '../../../platform/imports/import-kind.ts';
import { roleNames } from '../../../platform/text.ts';
import { fieldFault, identityRefusal } from '../text.ts';
import type { AccountChange, AccountColumn, RowFault } from './plan.ts';

export const accountHeadings: Readonly<Record<AccountColumn, string>> = {
  username: 'Tên đăng nhập',
  fullName: 'Họ và tên',
  positionTitle: 'Chức vụ',
  unitCode: 'Mã đơn vị',
  email: 'Thư điện tử',
  phone: 'Điện thoại',
  role: 'Vai trò',
  roleUnitCode: 'Mã đơn vị của vai trò',
};

export const accountNotes: Readonly<Record<AccountColumn, string>> = {
  username: 'Bắt buộc. Chữ thường không dấu, chữ số, dấu chấm, gạch nối. Tên đã có: sửa người đó.',
  fullName: 'Bắt buộc với người mới.',
  positionTitle: 'Để trống là giữ nguyên.',
  unitCode: 'Bắt buộc. Lấy ở trang “Đơn vị”.',
  email: 'Để nhận đường dẫn đặt mật khẩu. Để trống là giữ nguyên.',
  phone: 'Để trống là giữ nguyên.',
  role: 'Chọn trong danh sách. Để trống là không giao thêm.',
  roleUnitCode: 'Để trống là đơn vị ở cột “Mã đơn vị”.',
};

export const roleChoices = roles.map((role) => roleNames[role]);

export const sheetText = {
  fileName: 'mau-nguoi-dung',
  sheet: 'Người dùng',
  units: 'Đơn vị',
  unitName: 'Tên đơn vị',
  preface: [
    'Danh sách người dùng',
    'Mỗi dòng một người. Tải tệp này lên ở trang “Nạp từ tệp Excel”; hệ thống cho xem trước mọi thay đổi trước khi ghi.',
  ],
  missing: (heading: string) => `Thiếu cột “${heading}”. Dùng tệp mẫu của hệ thống.`,
  noTable: 'Không tìm thấy bảng người dùng trong tệp. Dùng tệp mẫu của hệ thống, giữ nguyên dòng tiêu đề.',
  title: 'Nạp người dùng từ tệp Excel',
  lead: 'Tạo hoặc sửa nhiều người cùng lúc. Trước khi ghi, hệ thống cho xem trước từng thay đổi; có một ô sai thì không ghi dòng nào.',
  step1: 'Bước 1: tải tệp mẫu và điền',
  template: 'Tải tệp mẫu',
  step2: 'Bước 2: tải tệp đã điền lên',
  file: 'Tệp Excel',
  fileHint: 'Tệp .xlsx theo mẫu, hoặc .csv có cùng tiêu đề cột.',
  noFile: 'Chưa chọn tệp. Chọn tệp .xlsx đã điền.',
  mail: 'Gửi đường dẫn đặt mật khẩu qua thư điện tử cho người mới có địa chỉ',
  check: 'Kiểm tra tệp',
  step3: 'Bước 3: phát đường dẫn đặt mật khẩu',
  links: 'Phát đường dẫn cho người chờ đặt mật khẩu',
  linksLead: (many: number) => `${many} người trong phạm vi quản trị của ông/bà chưa đặt mật khẩu.`,
  linksWarn:
    'Mỗi lần phát, các đường dẫn đã phát trước cho những người này mất hiệu lực. Đường dẫn chỉ hiện một lần: in hoặc lưu ngay.',
  linksNone: 'Không có ai đang chờ đặt mật khẩu.',
  linksDo: 'Phát và hiện để in',
  linksMore: (most: number) => `Mỗi lần phát tối đa ${most} người.`,
  link: 'Đường dẫn',
  recent: 'Các lần nạp gần đây',
} as const;

/** Contact data is not shown back: a preview is kept with the import. */
export function changedCells({ kind, person, role, ...change }: AccountChange): readonly ChangedCell[] {
  const before = 'known' in change ? change.known.input : undefined;
  const cells: ChangedCell[] = [];
  const show = (heading: string, was: string | null | undefined, is: string | null) => {
    if ((was ?? null) !== is) cells.push({ heading, before: was ?? null, after: is });
  };
  show(accountHeadings.fullName, before?.fullName, person.fullName);
  show(accountHeadings.positionTitle, before?.positionTitle, person.positionTitle);
  if (before && before.unitId !== person.unitId) show(accountHeadings.unitCode, '…', 'đơn vị khác');
  if ((before?.email ?? null) !== person.email) show(accountHeadings.email, null, '(đã điền)');
  if ((before?.phone ?? null) !== person.phone) show(accountHeadings.phone, null, '(đã điền)');
  if (role) show(accountHeadings.role, null, roleNames[role.role]);
  return kind === 'create' ? cells.filter((cell) => cell.after !== null) : cells;
}

export function importFault(fault: RowFault): string {
  switch (fault.kind) {
    case 'field':
      return fieldFault(fault.fault);
    case 'twice':
      return 'Lặp lại một dòng phía trên. Mỗi tên đăng nhập và mỗi thư điện tử chỉ dùng cho một người.';
    case 'unit_unknown':
      return 'Không có đơn vị mang mã này. Lấy mã ở bảng “Đơn vị” trong tệp mẫu.';
    case 'unit_not_reached':
      return 'Đơn vị này ngoài phạm vi quản trị của ông/bà.';
    case 'role_unknown':
      return 'Không có vai trò này. Chọn trong danh sách của ô.';
    case 'only_from_top':
      return 'Vai trò này chỉ do người quản trị ở cấp cao nhất giao.';
    case 'username_taken':
    case 'email_taken':
      return identityRefusal({ kind: fault.kind });
  }
}
