/** What people read about working without a line. */
import { momentText } from '../../ui/moment.ts';
import type { Why } from './waiting.ts';
import { mostFileBytes } from './waiting.ts';

const count = new Intl.NumberFormat('vi-VN');
const most = `${mostFileBytes / 1024 / 1024} MB`;
const time = (at: number): string => momentText(new Date(at));

/** The page of what waits, drawn for nobody in particular: the browser fills in what it keeps. */
export const waitingText = {
  title: 'Chờ gửi',
  lead: 'Nội dung đã nhập trên máy này và chưa đến hệ thống. Khi có mạng, nội dung tự gửi, mỗi nội dung một lần.',
  withoutScript:
    'Trình duyệt đang tắt JavaScript nên không giữ được nội dung khi mất mạng. Các trang nhập vẫn dùng được khi có mạng.',
  cannot:
    'Trình duyệt này không giữ được nội dung khi mất mạng: địa chỉ không phải https, hoặc trình duyệt chặn lưu trữ. Hãy lưu nháp thường xuyên.',
  nobody: 'Đăng nhập để xem nội dung của mình còn chờ gửi trên máy này.',
  deeds: 'Đang chờ gửi',
  drafts: 'Đang nhập dở, chưa bấm nút gửi hoặc lưu',
  none: 'Không có nội dung nào chờ gửi trên máy này.',
  others: (n: number) =>
    `Máy này còn ${count.format(n)} nội dung của người khác. Nội dung đó chỉ mở và gửi được khi chính người đó đăng nhập.`,
  pages: 'Các trang mở được khi không có mạng',
  noPages: 'Chưa có trang nào được lưu trên máy này.',
  pageAt: (at: number) => `lưu lúc ${time(at)}`,
  can: 'Làm được khi không có mạng',
  canList: [
    'Mở lại và nhập tiếp báo cáo kỳ, số liệu, tiến độ kế hoạch đã mở trước đó hoặc đang đến hạn.',
    'Bấm Lưu nháp, Trình, Ký và gửi, Gửi duyệt, Cập nhật: nội dung được kiểm tra ngay, giữ trên máy và tự gửi khi có mạng.',
    `Đính kèm tệp ở các trang đó, mỗi lần tối đa ${most}: khi bấm nút, tệp được giữ trên máy cùng nội dung.`,
  ],
  cannotTitle: 'Phải có mạng mới làm được',
  cannotList: [
    `Đính kèm tệp lớn hơn ${most}: trang phải mở đến khi gửi xong.`,
    'Mở trang chưa từng mở, xem số liệu mới nhất, tìm kiếm, duyệt, phê duyệt.',
    'Đăng nhập.',
  ],
  shared:
    'Máy dùng chung: đăng xuất khi rời máy. Đăng xuất xóa mọi trang, bản nháp và nội dung chờ gửi của ông/bà đã giữ trên máy này.',
} as const;

export const whyText: Readonly<Record<Why, string>> = {
  new: 'Chờ có mạng',
  no_line: 'Chưa có mạng',
  busy: 'Hệ thống chưa trả lời được',
  sign_in: 'Cần đăng nhập lại',
  other_person: 'Đang đăng nhập bằng tài khoản khác',
  conflict: 'Có người sửa cùng lúc, cần chọn bản giữ lại',
  refused: 'Hệ thống không nhận, cần sửa',
};

export const offlineText = {
  /** In the bar. */
  waiting: 'Chờ gửi',
  waitingCount: (n: number) => `${count.format(n)} nội dung chờ gửi`,
  keptTitle: 'Đang ngoại tuyến',
  kept: (at: number) =>
    `Đây là trang lưu lúc ${time(at)}. Vẫn nhập và bấm nút như thường: nội dung được giữ trên máy này và tự gửi khi có mạng.`,
  again: 'Thử tải lại trang',
  elsewhere: 'Trang vừa chọn chưa được lưu trên máy nên chưa mở được. Dưới đây là những gì vẫn làm được.',
  lineLost: 'Mất mạng. Nội dung đang nhập được giữ trên máy này.',
  lineBack: 'Đã có mạng trở lại.',
  draftAt: (at: number) => `Đã lưu trên máy này lúc ${time(at)}. Chưa gửi.`,
  restored: 'Đã khôi phục nội dung ông/bà nhập dở. Hãy kiểm tra rồi lưu.',
  overtaken:
    'Đã khôi phục nội dung ông/bà nhập dở. Trong lúc đó nội dung trên hệ thống đã thay đổi: khi lưu, hai bản sẽ hiện cạnh nhau để chọn.',
  notKept:
    'Không giữ được nội dung trên máy này (bộ nhớ của trình duyệt đã đầy hoặc bị chặn). Đừng đóng trang trước khi gửi xong.',
  sending: 'Đang gửi…',
  sent: (title: string) => `Đã gửi: ${title}`,
  queued: (at: number) => `Đã giữ trên máy này lúc ${time(at)}. Sẽ tự gửi khi có mạng, kể cả khi mở lại trang sau.`,
  busy: (at: number) => `Hệ thống chưa trả lời được. Nội dung đã giữ trên máy này lúc ${time(at)} và sẽ tự gửi lại.`,
  signIn: 'Phiên làm việc đã hết. Nội dung đã giữ trên máy này và sẽ tự gửi sau khi ông/bà đăng nhập lại.',
  signInLink: 'Đăng nhập',
  otherPerson:
    'Trình duyệt đang đăng nhập bằng tài khoản khác. Nội dung này không được gửi bằng tài khoản đó; hãy đăng nhập lại đúng tài khoản.',
  refused: (said: string) => `Hệ thống không nhận: ${said} Nội dung vẫn còn ở mục Chờ gửi.`,
  stopped: (title: string, why: Why) => `${title}: ${whyText[why].toLocaleLowerCase('vi')}.`,
  file: 'Tệp',
  /** Beside the field. */
  atFiles: `Mất mạng vẫn đính kèm được: khi bấm nút, tệp được giữ trên máy này (mỗi lần tối đa ${most}) và tự gửi khi có mạng. Tệp mới chọn mà chưa bấm nút thì không được giữ.`,
  filesNotKept: `Tệp không giữ được trên máy này (lớn hơn ${most}, hoặc bộ nhớ của trình duyệt đã đầy). Chữ và số đã nhập vẫn được giữ. Đừng đóng trang: tệp tự gửi khi có mạng.`,
  cannotKeep:
    'Trình duyệt không giữ được nội dung đang nhập: địa chỉ không phải https, hoặc trình duyệt chặn lưu trữ. Hãy lưu thường xuyên; khi mất mạng, chờ có mạng rồi mới bấm nút.',
  open: 'Mở trang để xem và gửi',
  sendNow: 'Gửi ngay',
  read: 'Xem nội dung đã giữ',
  drop: 'Bỏ nội dung này',
  dropSure: 'Bỏ hẳn, không lấy lại được',
  since: (at: number) => `từ ${time(at)}`,
  lastTry: (at: number) => `thử gửi lần cuối ${time(at)}`,
  blank: 'để trống',
  leavingTitle: 'Còn nội dung chưa gửi',
  leaving: (n: number) =>
    `Máy này còn ${count.format(n)} nội dung của ông/bà chưa đến hệ thống. Đăng xuất sẽ xóa những nội dung đó.`,
  leavingStay: 'Ở lại',
  leavingGo: 'Đăng xuất và xóa',
  leftOffline:
    'Đã xóa những gì giữ trên máy này. Chưa liên lạc được với hệ thống nên phiên làm việc chưa kết thúc: hãy đăng xuất lại khi có mạng, hoặc đóng hết cửa sổ trình duyệt.',
} as const;
