/** Words of the organisation's pages. */
import { dateText } from '../../ui/moment.ts';
import { UNKNOWN_START } from './unit.ts';
import type { UnitVersion } from './unit.ts';

const count = new Intl.NumberFormat('vi-VN');

export const unitsText = {
  title: 'Cơ quan, đơn vị, địa phương',
  found: (n: number, on: string | null) =>
    on === null
      ? `${count.format(n)} đơn vị.`
      : `${count.format(n)} đơn vị hoạt động vào ngày ${dateText(on)}, ghi tên theo ngày đó.`,
  viewList: 'Danh sách',
  viewGrid: 'Lưới xã, phường',
  gridTitle: (communes: number, wards: number) =>
    `${count.format(communes + wards)} đơn vị cấp xã: ${count.format(communes)} xã, ${count.format(wards)} phường`,
  search: 'Tên hoặc mã',
  kind: 'Loại đơn vị',
  anyKind: 'Mọi loại',
  block: 'Khối, cụm thi đua',
  anyBlock: 'Mọi khối, cụm',
  life: 'Tình trạng',
  lifeNames: { alive: 'Đang hoạt động', ended: 'Đã chấm dứt', all: 'Tất cả' },
  on: 'Tại ngày',
  under: (name: string) => `Trực thuộc ${name}`,
  name: 'Tên đơn vị',
  code: 'Mã',
  officialCode: 'Mã hành chính',
  parent: 'Cấp trên',
  blockOf: 'Khối, cụm thi đua',
  ended: (date: string) => `chấm dứt từ ${dateText(date)}`,
  emptyWhat: 'Danh sách đơn vị',
  emptyNone: 'Chưa có đơn vị nào. Danh sách được nạp cùng bộ dữ liệu của tỉnh hoặc từ tệp Excel ở phần Quản trị.',
  emptyFilter: 'Không có đơn vị nào khớp điều kiện lọc.',
  clear: 'Bỏ mọi điều kiện lọc',
  exportName: 'don-vi',
  manage: 'Quản trị đơn vị',
} as const;

export const unitText = {
  ended: (date: string) => `Đã chấm dứt hoạt động từ ngày ${dateText(date)}.`,
  notYet: (date: string) => `Bắt đầu hoạt động từ ngày ${dateText(date)}.`,
  place: 'Vị trí trong tổ chức',
  about: 'Thông tin chung',
  shortName: 'Tên ngắn',
  kind: 'Loại',
  code: 'Mã trong hệ thống',
  officialCode: 'Mã hành chính',
  since: 'Hoạt động từ',
  until: 'Chấm dứt từ',
  unknown: 'chưa rõ',
  none: 'chưa ghi',
  takesPart: 'Tham gia phong trào thi đua',
  yes: 'Có',
  no: 'Không',
  formerProvince: 'Thuộc tỉnh cũ',
  source: 'Nguồn thông tin',
  parent: 'Cấp trên trực tiếp',
  root: 'Không có cấp trên',
  history: 'Tên và cấp trên qua các thời kỳ',
  periodFrom: (date: string) => `Từ ${dateText(date)}`,
  periodUnknown: 'Từ trước đến nay, chưa rõ ngày bắt đầu',
  periodUnknownUntil: (date: string) => `Đến trước ${dateText(date)}, chưa rõ ngày bắt đầu`,
  period: (from: string, until: string) => `Từ ${dateText(from)} đến trước ${dateText(until)}`,
  under: (name: string) => `Cấp trên: ${name}`,
  basis: (text: string) => `Căn cứ: ${text}`,
  predecessors: 'Hình thành từ',
  successors: 'Kế thừa',
  succession: (date: string) => `từ ngày ${dateText(date)}`,
  further: 'trước đó nữa',
  later: 'sau đó nữa',
  below: (n: number) => `Đơn vị trực thuộc (${count.format(n)})`,
  belowAll: 'Mở danh sách để lọc và tải về',
  belowKind: (kind: string, n: number) => `${kind} (${count.format(n)})`,
  formerMembers: (n: number) => `Đơn vị từng thuộc tỉnh này (${count.format(n)})`,
  blocks: 'Khối, cụm thi đua',
  blocksNone: 'Chưa được xếp vào khối, cụm thi đua nào.',
  inYear: (year: number) => `Năm ${year}`,
  change: 'Đổi tên hoặc chuyển cấp trên',
  correct: 'Đính chính',
  dissolve: 'Chấm dứt hoặc sáp nhập',
} as const;

export const adminText = {
  home: 'Quản trị',
  title: 'Quản trị đơn vị',
  lead: 'Thêm, đổi, chấm dứt đơn vị. Mọi thay đổi được ghi vào nhật ký kèm căn cứ.',
  add: 'Thêm đơn vị',
  import: 'Nạp từ Excel',
  importTitle: 'Nạp danh sách đơn vị từ Excel',
  importLead:
    'Tải tệp hiện tại về, sửa trong bảng rồi tải lên. Chỉ những gì khác mới được thay đổi; xem trước rồi mới xác nhận.',
  workbook: 'Tải tệp Excel hiện tại',
  choose: 'Chọn việc cần làm với từng đơn vị trong danh sách.',
  actions: 'Việc',
  done: 'Đã lưu.',
  changeAct: 'Đổi',
  correctAct: 'Đính chính',
  dissolveAct: 'Chấm dứt',
  ofUnit: (act: string, name: string) => `${act} ${name}`,
  newTitle: 'Thêm đơn vị',
  newSave: 'Thêm đơn vị',
  changeTitle: (name: string) => `Đổi tên hoặc chuyển cấp trên: ${name}`,
  changeLead:
    'Tên và cấp trên cũ vẫn được giữ cho thời gian trước ngày áp dụng. Nếu chỉ sửa lỗi nhập, hãy dùng Đính chính.',
  changeSave: 'Lưu thay đổi',
  correctTitle: (name: string) => `Đính chính: ${name}`,
  correctLead: 'Sửa lỗi nhập liệu tại chỗ, không tạo thời kỳ mới. Lý do được ghi vào nhật ký.',
  correctSave: 'Lưu đính chính',
  dissolveTitle: (name: string) => `Chấm dứt hoạt động: ${name}`,
  dissolveWhat: (name: string) =>
    `${name} sẽ không còn trong danh sách đơn vị đang hoạt động kể từ ngày dưới đây. Số liệu và lịch sử vẫn được giữ và tra cứu được. Nếu chấm dứt nhầm, mở trang của đơn vị và chọn Khôi phục.`,
  dissolveSave: 'Chấm dứt hoạt động',
  revive: 'Khôi phục',
  reviveTitle: (name: string) => `Khôi phục đơn vị chấm dứt nhầm: ${name}`,
  reviveWhat: (name: string) =>
    `${name} hoạt động lại liên tục như chưa từng chấm dứt, với tên và cấp trên của ngày cuối cùng; quan hệ kế thừa đã ghi khi chấm dứt được bỏ. Thay đổi dự kiến sau ngày chấm dứt phải nhập lại. Chỉ dùng khi nhập nhầm.`,
  reviveSave: 'Khôi phục đơn vị',
  theirs: 'Nội dung đang lưu trên hệ thống',
  lostRace:
    'Có người vừa sửa đơn vị này trước ông/bà. Nội dung ông/bà nhập vẫn còn ở dưới; nếu bấm lưu lần nữa, nội dung đó sẽ thay nội dung đang lưu.',
} as const;

export const unitFields = {
  code: 'Mã đơn vị',
  name: 'Tên đơn vị',
  shortName: 'Tên ngắn',
  kind: 'Loại đơn vị',
  communeType: 'Cấp xã',
  officialCode: 'Mã hành chính',
  parentId: 'Đơn vị cấp trên',
  validFrom: 'Hoạt động từ ngày',
  from: 'Áp dụng từ ngày',
  on: 'Chấm dứt từ ngày',
  successor1: 'Đơn vị kế thừa',
  successor2: 'Đơn vị kế thừa thứ hai',
  successor3: 'Đơn vị kế thừa thứ ba',
  takesPart: 'Tham gia phong trào thi đua',
  basis: 'Căn cứ',
  reason: 'Lý do đính chính',
} as const;

export const unitHints = {
  code: 'Chữ thường không dấu, số và gạch nối; dùng trong địa chỉ trang và không đổi về sau. Ví dụ: so-noi-vu.',
  shortName: 'Dùng trong bảng và biểu đồ. Để trống thì dùng tên đầy đủ.',
  officialCode: 'Mã do Nhà nước ban hành, nếu có.',
  communeType: 'Chỉ chọn khi loại đơn vị là xã, phường, đặc khu.',
  validFrom: 'Để trống nếu chưa rõ ngày.',
  on: 'Ngày đầu tiên đơn vị không còn hoạt động.',
  successor1: 'Đơn vị tiếp nhận khi sáp nhập, chia, tách. Để trống nếu không có.',
  basis: 'Số, ngày của văn bản. Ví dụ: Nghị quyết số …, ngày …',
} as const;

export const fieldFaults = {
  missing: 'Chưa nhập nội dung.',
  badCode: 'Mã chỉ gồm chữ thường không dấu, số và gạch nối, ví dụ so-noi-vu.',
  badDate: 'Ngày không hợp lệ. Nhập theo dạng ngày/tháng/năm, ví dụ 05/10/2026.',
  badChoice: 'Hãy chọn một mục trong danh sách.',
  tooLong: (most: number) => `Nội dung dài hơn ${most} chữ. Hãy rút gọn.`,
  badYear: 'Năm từ 2000 đến 2100, ví dụ 2026.',
} as const;

export const blocksText = {
  title: 'Khối, cụm thi đua',
  lead: (year: number, blocks: number, members: number) =>
    `Năm ${year}: ${count.format(blocks)} khối, cụm với ${count.format(members)} đơn vị.`,
  year: 'Năm',
  show: 'Xem',
  add: 'Lập khối, cụm',
  import: 'Nạp từ Excel',
  importTitle: 'Nạp thành viên khối, cụm từ Excel',
  importLead:
    'Tải tệp của năm về, sửa trong bảng rồi tải lên. Mỗi khối, cụm ghi trong tệp được thay bằng đúng danh sách trong tệp; xem trước rồi mới xác nhận.',
  workbook: (year: number) => `Tải tệp Excel năm ${year}`,
  name: 'Tên khối, cụm',
  kind: 'Loại',
  code: 'Mã',
  members: 'Số đơn vị',
  leadUnit: 'Trưởng',
  deputies: 'Phó',
  none: 'chưa có',
  emptyWhat: 'Các khối, cụm thi đua của tỉnh',
  emptyWhy: 'Chưa có khối, cụm nào.',
  newTitle: 'Lập khối, cụm thi đua',
  newSave: 'Lập khối, cụm',
  membersTitle: (year: number) => `Thành viên năm ${year}`,
  membersCaption: 'Thành viên và vai trò',
  part: 'Vai trò',
  unit: 'Đơn vị',
  out: 'Không còn là thành viên',
  addUnit: 'Thêm đơn vị',
  addUnitHint: 'Chọn đơn vị chưa thuộc khối, cụm nào trong năm. Giữ phím Ctrl để chọn nhiều đơn vị.',
  saveMembers: 'Lưu danh sách thành viên',
  noMembers: (year: number) => `Năm ${year} chưa có thành viên.`,
  copy: (from: number) => `Sao chép thành viên năm ${from}`,
  copied: (n: number) => `Đã sao chép ${count.format(n)} đơn vị.`,
  left: (names: string) => `Không sao chép vì đã chấm dứt hoặc thuộc khối, cụm khác: ${names}.`,
  rename: 'Tên và loại',
  saveName: 'Lưu tên và loại',
  done: 'Đã lưu.',
  otherYears: 'Năm khác',
  lostRace:
    'Có người vừa sửa khối, cụm này trước ông/bà. Danh sách dưới đây là nội dung mới nhất; hãy kiểm tra rồi sửa lại.',
} as const;

export function periodText({ validFrom, validUntil }: Pick<UnitVersion, 'validFrom' | 'validUntil'>): string {
  if (validFrom === UNKNOWN_START) {
    return validUntil === null ? unitText.periodUnknown : unitText.periodUnknownUntil(validUntil);
  }
  return validUntil === null ? unitText.periodFrom(validFrom) : unitText.period(validFrom, validUntil);
}
