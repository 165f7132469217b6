/** What the command line says. */
import { clauseText } from '../app/features/awards/standards/explained.text.ts';
import type { Entry } from '../app/features/awards/standards/evaluate.ts';
import { WORDS } from '../app/features/awards/standards/text.ts';
import { awardNameOn } from '../app/features/awards/text.ts';
import type { Differing, Replayed } from '../app/features/register/replay.server.ts';
import { dateText } from '../app/ui/moment.ts';
import type { Break, Head } from '../app/platform/verify-record.server.ts';
import type { CommandName } from './thidua.ts';

const SUMMARY: Readonly<Record<CommandName, string>> = {
  evaluate: 'evaluate <bảng-tính.json | ->   Tính trạng thái một chỉ tiêu từ bảng tính, in kết quả JSON kèm giải thích',
  standards:
    'standards <hồ-sơ.json | ->        Đối chiếu hồ sơ (một hoặc danh sách) với tiêu chuẩn khen thưởng, nêu từng điều kiện và lý do',
  recount: 'recount <tệp.json | ->             Đếm lại kết quả biểu quyết của một phiên họp hội đồng từ tệp đã công bố',
  replay:
    'replay [năm]                       Đối chiếu lại khen thưởng đã quyết định với quy định của ngày đó; không khớp thì nêu vì sao',
  'replay-evaluation':
    'replay-evaluation [năm]            Tính lại kết quả thi đua đã công bố từ số liệu đã lưu; không khớp thì nêu chỗ khác',
  'verify-record': 'verify-record [--heads]           Kiểm tra toàn bộ nhật ký; sai thì nêu mắt xích hỏng đầu tiên',
  migrate: 'migrate                           Nâng cấp cơ sở dữ liệu lên phiên bản này (mỗi lần khởi động cũng tự làm)',
  backup: 'backup [thư-mục-mới]              Sao lưu cơ sở dữ liệu nhúng và các tệp, cả khi phần mềm đang chạy',
  restore: 'restore <thư-mục-sao-lưu>         Phục hồi bản sao lưu vào DATA_DIR còn trống',
  invite:
    'invite <tên-đăng-nhập> [--bo-hai-lop]  Tạo đường dẫn đặt mật khẩu mới; kèm --bo-hai-lop thì xóa xác thực hai lớp',
};

export const commandLineText = {
  help: (names: readonly CommandName[]) =>
    ['Cách dùng: ./thidua <lệnh> …', '', ...names.map((name) => `  ${SUMMARY[name]}`)].join('\n'),
  unknown: (name: string) => `Không có lệnh “${name}”.`,
};

export const evaluateText = {
  usage: 'Cách dùng: ./thidua evaluate <bảng-tính.json>, hoặc ./thidua evaluate - để đọc từ đầu vào chuẩn.',
  unreadable: (file: string) => `Không đọc được tệp “${file}”.`,
  notJson: (at: { readonly line: string; readonly column: string } | undefined) =>
    `Bảng tính không phải JSON hợp lệ${at === undefined ? '' : `: sai ở dòng ${at.line}, cột ${at.column}`}.`,
  refused: 'Bảng tính chưa dùng được:',
};

export const standardsText = {
  usage: 'Cách dùng: ./thidua standards <hồ-sơ.json>, hoặc ./thidua standards - để đọc từ đầu vào chuẩn.',
  unreadable: (file: string) => `Không đọc được tệp “${file}”.`,
  notJson: (at: { readonly line: string; readonly column: string } | undefined) =>
    `Hồ sơ không phải JSON hợp lệ${at === undefined ? '' : `: sai ở dòng ${at.line}, cột ${at.column}`}.`,
  refused: 'Hồ sơ chưa dùng được:',
  known: (codes: readonly string[]) =>
    `Lệnh này không đọc cơ sở dữ liệu: chỉ biết danh hiệu, hình thức khen thưởng đi kèm phần mềm (${codes.join(', ')}). Danh hiệu do người dùng thêm vào danh mục thì đối chiếu trên trang “Thử một trường hợp”.`,
};

export const recountText = {
  usage:
    'Cách dùng: ./thidua recount <tệp.json>, tệp tải từ trang kiểm lại của phiên họp; hoặc - để đọc từ đầu vào chuẩn.',
  unreadable: (file: string) => `Không đọc được tệp “${file}”.`,
  notJson: (at: { readonly line: string; readonly column: string } | undefined) =>
    `Tệp không phải JSON hợp lệ${at === undefined ? '' : `: sai ở dòng ${at.line}, cột ${at.column}`}.`,
  refused: 'Tệp không có dạng kết quả biểu quyết do hệ thống công bố.',
};

export const replayText = {
  usage:
    'Cách dùng: ./thidua replay [năm tính thành tích], ví dụ ./thidua replay 2025; không ghi năm thì đối chiếu mọi năm có trong sổ.',
  year: (year: number, { looked, differing }: Replayed) =>
    `Năm ${year}: đối chiếu ${looked.toLocaleString('vi-VN')} khen thưởng theo công trạng, không khớp ${differing.length.toLocaleString('vi-VN')}.`,
  differing: (one: Differing) =>
    `- ${one.holderName} (${one.unitName}): ${awardNameOn(one.awardCode, one.decidedOn)}, Quyết định số ${one.decisionNumber} ngày ${dateText(one.decidedOn)}; xét theo quy định của ngày ${dateText(one.received)}`,
  lacking: (entry: Entry) => `    ${clauseText(entry.clause.article)}: ${WORDS.because(entry)}`,
  none: 'Sổ chưa có khen thưởng theo công trạng nào để đối chiếu.',
  note: 'Không khớp có thể do sổ ghi thiếu hoặc ghi sau; người thẩm định xem từng trường hợp.',
};

const breaks: Readonly<Record<Break['what'], string>> = {
  missing: 'dòng này bị mất',
  changed: 'nội dung hoặc mã băm của dòng này đã bị thay đổi',
  cut_off: 'từ dòng này trở đi bị cắt mất',
  beyond_head: 'đầu chuỗi không khớp với dòng cuối',
};

export const verifyText = {
  whole: (entries: number) => `Nhật ký nguyên vẹn: ${entries.toLocaleString('vi-VN')} dòng, mọi chuỗi nối đúng.`,
  broken: ({ lane, position, what, entryId }: Break) =>
    `Nhật ký bị hỏng ở làn ${lane}, vị trí ${position}: ${breaks[what]}${entryId ? ` (mã dòng ${entryId})` : ''}.`,
  head: ({ lane, position, hash }: Head) => `làn ${lane}\t${position}\t${hash}`,
};

export const inviteText = {
  usage: 'Cách dùng: ./thidua invite <tên-đăng-nhập> [--bo-hai-lop]',
  unknown: (username: string) => `Không có tài khoản “${username}” đang dùng.`,
  done: (link: string) => `Mở liên kết sau để đặt mật khẩu. Liên kết dùng một lần, trong 72 giờ:\n  ${link}`,
};
