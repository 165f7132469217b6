/** Words of pictures of hands and seals. */
import type { PictureProblem } from '../../platform/signing/mark-picture.server.ts';
import { kernelRefusal } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import type { ListedOwner, MarkOwner, MarkRefusal } from './identities.server.ts';

export const pictureProblemText: Readonly<Record<PictureProblem, string>> = {
  missing: 'Chưa chọn tệp. Chọn tệp .png nền trong suốt.',
  too_large: 'Tệp lớn hơn 256 kB. Lưu lại ảnh nhỏ hơn, khoảng 600 điểm ảnh chiều ngang là đủ.',
  not_png: 'Tệp không phải là ảnh .png. Nghị định 30/2020/NĐ-CP yêu cầu định dạng .png.',
  unreadable:
    'Không đọc được ảnh .png này. Lưu lại dưới dạng .png thường (8 bit, không xen kẽ), mỗi chiều không quá 4.000 điểm ảnh.',
  no_clear_ground: 'Nền ảnh không trong suốt. Xóa nền trắng rồi lưu lại dưới dạng .png nền trong suốt.',
  empty: 'Ảnh gần như trống, không thấy nét nào.',
  not_blue: 'Hình chữ ký phải màu xanh (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7.d). Ảnh này có màu khác.',
  not_red: 'Hình dấu phải màu đỏ (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.8.a). Ảnh này có màu khác.',
  width_wrong: 'Chiều rộng là số nguyên từ 5 đến 90 mm, ví dụ 36.',
  shape_wrong: 'Với chiều rộng này, chiều cao của hình nằm ngoài khoảng 5 đến 90 mm. Cắt bớt khoảng trống quanh hình.',
};

const ownerText: Readonly<Record<MarkOwner['kind'], string>> = { person: 'Hình chữ ký', unit: 'Hình dấu' };

export const marksText = {
  title: 'Hình chữ ký, hình dấu',
  lead: 'Hình được đặt vào văn bản khi ký số: chữ ký màu xanh giữa chức vụ và họ tên; dấu màu đỏ, bằng kích thước thật, trùm khoảng một phần ba chữ ký về bên trái (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.7.d, II.8.a). Chưa có hình thì đặt khung chữ ghi tên và thời gian ký.',
  none: 'Chưa có chữ ký hoặc dấu nào bạn được đặt hình.',
  noneWhy:
    'Người có thẩm quyền đặt hình chữ ký của mình; văn thư, người đứng đầu đặt hình dấu của cơ quan ra quyết định; quản trị hệ thống đặt thay được.',
  whose: 'Của ai',
  what: 'Loại',
  kind: ownerText,
  place: 'Chức vụ, cơ quan',
  state: 'Hình',
  has: (from: string) => `có, từ ${dateText(from)}`,
  hasNot: 'chưa có, dùng khung chữ',
  of: ({ kind, name }: Pick<ListedOwner, 'kind' | 'name'>) => `${ownerText[kind]}: ${name}`,
  preview: 'Xem trước đúng kích thước',
  previewNote:
    'Khung dưới vẽ đúng tỷ lệ. In trang này ở 100% thì kích thước bằng trên văn bản. Chữ ký hoặc dấu chưa có hình được vẽ bằng khung.',
  file: 'Tệp ảnh (.png nền trong suốt, không quá 256 kB)',
  width: { person: 'Chiều rộng chữ ký trên giấy (mm)', unit: 'Chiều rộng thật của dấu (mm)' },
  widthHint: {
    person: 'Không văn bản nào định kích thước chữ ký; mặc định của hệ thống là 50 mm.',
    unit: 'Đo trên con dấu thật; hình phải bằng kích thước thực tế của dấu.',
  },
  from: 'Dùng từ ngày',
  fromHint: 'Từ hôm nay trở đi. Văn bản đã ký giữ nguyên hình cũ.',
  credential: 'Tên khóa ở dịch vụ ký số từ xa (credential ID), nếu có',
  credentialHint: 'Do nhà cung cấp dịch vụ cấp khi đăng ký. Không phải mật khẩu; hệ thống không giữ khóa, mã PIN.',
  save: 'Lưu hình',
  saveKey: 'Lưu tên khóa, giữ nguyên hình',
  remove: 'Bỏ hình, dùng khung chữ',
  change: 'Đặt hình mới',
  keyTitle: 'Khóa ký từ xa, bỏ hình',
  saved: 'Đã lưu. Các văn bản ký từ ngày đã chọn sẽ dùng hình này.',
  history: 'Các lần đặt',
  size: 'Kích thước',
  sizeOf: (width: number | null, height: number | null) =>
    width === null || height === null ? 'không có hình' : `${width} × ${height} mm`,
  by: 'Người đặt',
  noHistory: 'Chưa đặt lần nào.',
  office: 'CHỨC VỤ',
  signer: 'Họ và tên',
  alt: 'Hình mẫu khối chữ ký: chữ ký ở giữa, dấu trùm một phần ba về bên trái',
} as const;

export type MarkField = 'tep' | 'rong' | 'tu-ngay' | 'khoa';

/** Which field it is about; empty for the page. */
export function markRefusalText(refusal: MarkRefusal): { readonly field: MarkField | ''; readonly message: string } {
  switch (refusal.kind) {
    case 'picture_wrong': {
      const isWidth = refusal.problem === 'width_wrong' || refusal.problem === 'shape_wrong';
      return { field: isWidth ? 'rong' : 'tep', message: pictureProblemText[refusal.problem] };
    }
    case 'mark_day_wrong':
      return { field: 'tu-ngay', message: `Chọn ngày từ hôm nay (${dateText(refusal.today)}) trở đi.` };
    case 'credential_too_long':
      return { field: 'khoa', message: 'Dài quá 200 ký tự.' };
    case 'lost_race':
    case 'not_allowed':
    case 'not_scoped':
    case 'not_there':
      return { field: '', message: kernelRefusal(refusal) };
  }
}

export const markFieldText: Readonly<Record<MarkField, string>> = {
  tep: 'Tệp ảnh',
  rong: 'Chiều rộng',
  'tu-ngay': marksText.from,
  khoa: 'Tên khóa',
};
