/** What the scripts of the secret ballot and of the recount say, and what the command line says of a recount. */
import type { RecountFault } from './recount.ts';
import type { Choice } from './tally.ts';

export const choiceText: Readonly<Record<Choice, string>> = {
  for: 'Đồng ý',
  against: 'Không đồng ý',
  blank: 'Không có ý kiến',
};

export const ballotText = {
  cannot:
    'Trình duyệt này không bỏ được phiếu kín: địa chỉ không phải https, hoặc trình duyệt chặn lưu trữ. Hãy mở bằng trình duyệt khác.',
  broken: 'Chưa bỏ xong phiếu do mất kết nối. Phiếu được giữ trên máy này; bấm lại để bỏ tiếp, không lo bỏ hai lần.',
  missing: (labels: readonly string[]) =>
    `Còn ${labels.length} mục chưa chọn: ${labels.slice(0, 3).join('; ')}${labels.length > 3 ? '; …' : ''}. Chọn “Không có ý kiến” nếu không muốn cho ý kiến.`,
  making: (at: number, of: number) => `Đang làm phiếu ${at}/${of} trên máy này…`,
  signing: 'Đang nhận phiếu (máy chủ ký mà không thấy nội dung)…',
  casting: (at: number, of: number) => `Đang bỏ phiếu ${at}/${of} vào hòm…`,
  late: (n: number) =>
    `${n} phiếu đến sau khi mục đã được kiểm nên không được tính. Các phiếu khác đã vào hòm. Báo thư ký nếu ông/bà đã bỏ đúng lúc.`,
  code: (code: string) => `Mã dự phòng: ${code}`,
  wrongCode: 'Mã dự phòng không đúng. Mã gồm 20 chữ và số, như ABCDE-12345-FGHJK-67890; mã tạo sau cùng mới mở được.',
  done: 'Đã bỏ xong mọi phiếu.',
} as const;

export const recountText = {
  working: 'Đang đếm lại trên máy này…',
  withoutScript:
    'Trình duyệt đang tắt JavaScript nên không đếm lại được ngay tại đây. Hãy tải tệp về và chạy lệnh ./thidua recount tệp.json.',
  unreadable: 'Không đọc được tệp kết quả biểu quyết.',
  allRight: (polls: number) =>
    `Đã đếm lại ${polls} mục: mọi chữ ký hợp lệ, không phiếu nào trùng, số phiếu và kết quả khớp với biên bản.`,
  someWrong: (polls: number) => `Có ${polls} mục không khớp.`,
  found: (n: number) => `${n} phiếu bỏ từ máy này đều có trong danh sách đã kiểm. Đã xóa dấu vết phiếu khỏi máy.`,
  lost: (n: number) =>
    `${n} phiếu bỏ từ máy này KHÔNG có trong danh sách đã kiểm. Giữ nguyên máy này và báo ngay thư ký hội đồng: chữ ký trên phiếu là bằng chứng.`,
  notCast: (n: number) => `${n} phiếu đã nhận trên máy này nhưng chưa bỏ vào hòm trước khi kiểm phiếu.`,
  passed: 'đạt',
  failed: 'không đạt',
  usage: 'Cách dùng: ./thidua recount tệp.json (tệp tải từ trang Kiểm lại kết quả của phiên họp)',
} as const;

export const faultText: Readonly<Record<RecountFault, string>> = {
  malformed: 'Thiếu khóa công khai hoặc có phiếu sai dạng.',
  bad_signature: 'Có phiếu mà chữ ký không hợp lệ: phiếu bị sửa hoặc bị thêm vào.',
  serial_twice: 'Có số phiếu xuất hiện hai lần.',
  more_than_issued: 'Số phiếu trong hòm nhiều hơn số phiếu phát ra.',
  more_papers_than_ballots: 'Số phiếu giấy nhiều hơn số phiếu trong hòm.',
  more_than_members: 'Số phiếu phát ra nhiều hơn số thành viên.',
  name_twice: 'Một người biểu quyết hai lần.',
  digest_differs: 'Mã băm không khớp với biên bản: danh sách phiếu đã bị thêm, bớt hoặc sửa.',
  sums_differ: 'Số phiếu đếm lại khác số đã công bố.',
  outcome_differs: 'Kết quả đạt hay không đạt khác kết quả đã công bố.',
};
