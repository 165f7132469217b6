/** Words of imports that every kind shares. */
import { kernelRefusal } from '../text.ts';
import type { KernelRefusal } from '../text.ts';
import type { Refusal } from '../../kernel/result.ts';
import { intakeText } from '../files/text.ts';
import { readText } from '../spreadsheet/text.ts';
import type { Happening, ImportName } from './import-kind.ts';
import type { ImportStage, RunRefusal } from './import-run.ts';
import type { UploadRefusal } from './upload.server.ts';

const count = new Intl.NumberFormat('vi-VN');

export const importNamesText: Readonly<Record<ImportName, string>> = {
  actuals: 'kết quả thực hiện',
  units: 'danh sách đơn vị',
  blocks: 'thành viên khối, cụm thi đua',
  accounts: 'tài khoản người dùng',
  targets: 'chỉ tiêu giao',
  pledges: 'đăng ký chỉ tiêu thi đua',
  plans: 'kế hoạch',
  initiatives: 'sáng kiến, mô hình đã công nhận',
  flags: 'cảnh báo của các cơ quan',
  honours: 'khen thưởng',
  criteria: 'bộ tiêu chí chấm điểm',
  nominees: 'danh sách đề nghị khen thưởng',
  levels: 'xếp loại cá nhân hằng năm',
  self_scores: 'điểm tự chấm',
};

export const importStageText: Readonly<Record<ImportStage, string>> = {
  checked: 'Chờ xác nhận',
  queued: 'Đang chờ thực hiện',
  running: 'Đang thực hiện',
  done: 'Đã nạp xong',
  failed: 'Không nạp được',
  discarded: 'Đã bỏ',
};

export const happeningText: Readonly<Record<Happening, string>> = {
  created: 'Thêm mới',
  changed: 'Thay đổi',
  ended: 'Chấm dứt',
};

const stageReasons: Readonly<Record<ImportStage, string>> = {
  checked: 'Lần nạp này đang chờ xác nhận.',
  queued: 'Lần nạp này đã được xác nhận và đang chờ thực hiện.',
  running: 'Lần nạp này đang được thực hiện.',
  done: 'Lần nạp này đã xong.',
  failed: 'Lần nạp này không thực hiện được. Hãy sửa tệp rồi tải lên lại.',
  discarded: 'Lần nạp này đã bỏ. Hãy tải tệp lên lại nếu vẫn cần nạp.',
};

function runRefusal(refusal: RunRefusal | UploadRefusal): string {
  switch (refusal.kind) {
    case 'import_has_faults':
      return `Tệp còn ${count.format(refusal.count)} chỗ sai nên chưa nạp được. Hãy sửa trong tệp rồi tải lên lại.`;
    case 'import_changes_nothing':
      return 'Tệp giống dữ liệu hiện có nên không có gì để nạp.';
    case 'import_not_waiting':
      return stageReasons[refusal.stage];
    case 'import_changed_since':
      return 'Dữ liệu trên hệ thống đã thay đổi sau khi xem trước nên chưa nạp gì. Hãy tải tệp lên lại để xem trước theo dữ liệu mới.';
    case 'file_refused':
      return intakeText(refusal.why);
    case 'sheet_refused':
      return readText(refusal.why);
  }
}

const own: Readonly<Record<(RunRefusal | UploadRefusal)['kind'], true>> = {
  import_has_faults: true,
  import_changes_nothing: true,
  import_not_waiting: true,
  import_changed_since: true,
  file_refused: true,
  sheet_refused: true,
};
const kernel: Readonly<Record<KernelRefusal['kind'], true>> = {
  not_there: true,
  not_allowed: true,
  not_scoped: true,
  lost_race: true,
  wrong_stage: true,
  not_yours: true,
  four_eyes: true,
  needs: true,
};

/** Any refusal of an import: the machinery's own, the kernel's, else the kind's. */
export function importRefusal(refusal: Refusal, ofKind: (refusal: Refusal) => string): string {
  if (refusal.kind in own) return runRefusal(refusal as RunRefusal | UploadRefusal);
  if (refusal.kind in kernel) return kernelRefusal(refusal as KernelRefusal);
  return ofKind(refusal);
}

export const importText = {
  choose: 'Chọn ai trong sổ khen thưởng',
  toDossier: 'Về hồ sơ',
  toSet: 'Về bộ tiêu chí',
  toLevels: 'Về danh sách xếp loại',
  toCard: 'Về phiếu chấm điểm',
  title: (kind: string) => `Nạp ${kind}`,
  ready: (kind: string, n: number) => `Nạp ${kind}: ${count.format(n)} thay đổi chờ xác nhận`,
  faulty: (kind: string, n: number) => `Nạp ${kind}: ${count.format(n)} chỗ cần sửa`,
  back: (kind: string) => `Nạp ${kind} từ tệp`,
  number: (n: number) => count.format(n),
  previewCaption: 'Những gì sẽ thay đổi',
  doneCaption: 'Những gì đã thay đổi',
  faultCaption: 'Các ô cần sửa',
  changedCell: (heading: string, before: string, after: string) => `${heading}: ${before} → ${after}`,
  givenCell: (heading: string, after: string) => `${heading}: ${after}`,
  lead: (file: string, at: string) => `Tệp ${file}, tải lên lúc ${at}.`,
  nothingYet: 'Chưa có gì thay đổi trên hệ thống cho đến khi bấm xác nhận.',
  faults: (n: number) => `Tệp có ${count.format(n)} chỗ sai. Chưa nạp gì.`,
  faultsLead: 'Hãy sửa các ô dưới đây trong tệp rồi tải lên lại. Hệ thống chỉ nạp khi cả tệp không còn lỗi.',
  faultAt: (sheet: string, cell: string | null) =>
    [cell === null ? '' : `Ô ${cell}`, sheet === '' ? '' : `trang “${sheet}”`].filter(Boolean).join(', ') || 'Cả tệp',
  faultSheet: 'Trang',
  faultCell: 'Ô',
  faultMessage: 'Cần sửa',
  moreFaults: (n: number) => `Còn ${count.format(n)} chỗ sai nữa chưa liệt kê ở đây.`,
  unchangedAll: 'Tệp giống dữ liệu hiện có: không có gì để nạp.',
  willChange: (n: number) => `Sẽ có ${count.format(n)} thay đổi`,
  unchanged: 'Không đổi',
  what: 'Việc',
  who: 'Đối tượng',
  details: 'Nội dung',
  blank: 'để trống',
  from: 'từ',
  to: 'thành',
  moreLines: (n: number) => `Còn ${count.format(n)} thay đổi nữa chưa liệt kê ở đây.`,
  confirm: (n: number) => `Nạp ${count.format(n)} thay đổi`,
  discard: 'Bỏ lần nạp này',
  again: 'Tải tệp khác lên',
  progress: 'Đang nạp dữ liệu',
  done: (n: number) => `Đã nạp ${count.format(n)} thay đổi.`,
  failed: 'Không nạp được. Dữ liệu trên hệ thống vẫn như trước.',
  discarded: 'Đã bỏ lần nạp này. Không có gì thay đổi.',
  fileField: 'Tệp Excel (.xlsx) hoặc CSV',
  fileMissing: 'Hãy chọn tệp cần nạp.',
  upload: 'Tải lên và xem trước',
  latest: 'Các lần nạp gần đây',
} as const;
