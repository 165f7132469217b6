/** The words of notes: their forms, their lines in the timeline. */
import { awardName } from '../awards/text.ts';
import { dateText } from '../../ui/moment.ts';
import type { NoteField, NoteKind, NoteProblem, NoteRow } from './note.ts';
import { countedTitles } from './note.ts';
import type { NoteRefusal } from './notes.server.ts';
import type { ShownProblem } from './text.ts';
import { levelText, registerProblems, yesNoText } from './text.ts';

export const noteKindText: Readonly<Record<NoteKind, string>> = {
  post: 'Chức vụ, công tác',
  year: 'Xếp loại hằng năm',
  discipline: 'Kỷ luật',
  pending: 'Vụ việc đang xem xét',
  members: 'Cá nhân trong tập thể',
  block: 'Kết quả ở cụm, khối thi đua',
  checked: 'Xác nhận đã đủ',
};
export const noteLead: Readonly<Record<NoteKind, string>> = {
  post: 'Từng thời gian giữ chức vụ, vị trí công tác. Ngày chưa rõ để trống.',
  year: 'Mức độ hoàn thành nhiệm vụ của một năm, theo văn bản xếp loại.',
  discipline: 'Hình thức kỷ luật, thời hạn và số quyết định. Chưa hết hạn hoặc chưa rõ ngày hết hạn thì để trống.',
  pending: 'Vụ việc đang thanh tra, điều tra, khiếu nại, tố cáo, báo chí nêu. Ghi ngày kết thúc khi đã có kết luận.',
  members: 'Số cá nhân của tập thể trong năm. Số chưa biết để trống, không ghi 0.',
  block: 'Thứ hạng và việc vượt chỉ tiêu, nhiệm vụ của tập thể trong năm.',
  checked:
    'Xác nhận rằng sổ đã ghi đủ một mục của đối tượng này: từ đó không có dòng nào nghĩa là không có, chứ không phải chưa biết.',
};
/** Where a list chooses the kind of note. */
export const noteAddress: Readonly<Record<NoteKind, string>> = {
  post: 'chuc-vu',
  year: 'xep-loai',
  discipline: 'ky-luat',
  pending: 'vu-viec',
  members: 'ca-nhan',
  block: 'cum-khoi',
  checked: 'xac-nhan-du',
};

export const noteFieldText: Readonly<Record<NoteField, string>> = {
  title: 'Chức vụ, vị trí',
  place: 'Nơi công tác',
  from: 'Từ ngày',
  until: 'Đến hết ngày',
  source: 'Nguồn',
  year: 'Năm',
  level: 'Mức xếp loại',
  measure: 'Hình thức kỷ luật',
  number: 'Số quyết định',
  matter: 'Loại vụ việc',
  remark: 'Nội dung',
  total: 'Tổng số cá nhân',
  completed: 'Hoàn thành nhiệm vụ trở lên',
  disciplined: 'Bị kỷ luật từ cảnh cáo trở lên',
  'lao-dong-tien-tien': 'Đạt Lao động tiên tiến',
  'chien-si-thi-dua-co-so': 'Đạt Chiến sĩ thi đua cơ sở',
  inBlock: 'Thuộc cụm, khối thi đua',
  organiser: 'Cụm, khối do ai tổ chức',
  rank: 'Thứ hạng',
  exceeded: 'Hoàn thành vượt chỉ tiêu, nhiệm vụ',
  fact: 'Mục đã đủ',
};

export const noteWords: Readonly<Record<string, string>> = {
  ...levelText,
  discipline: 'Đang xem xét kỷ luật, hoặc kỷ luật',
  investigation: 'Đang điều tra',
  inspection: 'Đang thanh tra, kiểm tra có dấu hiệu vi phạm',
  complaint: 'Khiếu nại đang xác minh',
  denunciation: 'Tố cáo đang xác minh',
  press: 'Báo chí nêu, đang xác minh',
  other: 'Khác (ghi rõ ở nội dung)',
  province: 'Tỉnh',
  centre: 'Trung ương',
  awards: 'Khen thưởng đã có',
  initiatives: 'Sáng kiến được công nhận',
  pending: 'Vụ việc đang xem xét',
  ...yesNoText,
};
const factWords: Readonly<Record<string, string>> = {
  awards: 'khen thưởng',
  initiatives: 'sáng kiến',
  discipline: 'kỷ luật',
  pending: 'vụ việc đang xem xét',
};
/** In the form of a confirmation "kỷ luật" is the list, not the kind of a matter. */
export const noteWord = (kind: NoteKind, word: string) =>
  kind === 'checked' ? capital(factWords[word] ?? word) : (noteWords[word] ?? word);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const noteProblemText: Readonly<Record<NoteProblem, string>> = {
  missing: 'Chưa nhập.',
  too_long: 'Dài quá. Viết ngắn lại.',
  not_a_day: 'Chưa phải một ngày có thật. Nhập năm-tháng-ngày, ví dụ 2026-05-30.',
  to_come: 'Không được sau hôm nay.',
  before_first: 'Ngày kết thúc trước ngày bắt đầu.',
  not_a_year: 'Nhập năm bằng bốn chữ số, ví dụ 2025.',
  not_a_count: 'Nhập một số nguyên, ví dụ 12.',
  not_offered: 'Chọn một mục trong danh sách.',
  more_than_total: 'Nhiều hơn tổng số cá nhân.',
  needs_remark: 'Ghi rõ vụ việc.',
  none_says_nothing: 'Không thuộc cụm, khối thì không có thứ hạng, kết quả ở cụm, khối.',
};

export const noteText = {
  add: 'Ghi thêm:',
  save: 'Ghi',
  change: 'Sửa',
  remove: 'Bỏ',
  removeTitle: 'Bỏ dòng đã ghi',
  removeWhat: 'Dòng này không còn tính, nhưng vẫn hiện ở quá trình, có gạch ngang, ngày và lý do bỏ.',
  removedAs: (on: string, reason: string) => `Đã bỏ ngày ${on}: ${reason}`,
  changeReason: 'Lý do sửa',
  changeHint: 'Sai ở đâu, căn cứ nào để sửa. Nội dung cũ, nội dung mới và lý do hiện ở lịch sử ghi sổ.',
  reason: 'Lý do',
  taken: 'Năm (hoặc mục) này đã có trong sổ. Mở dòng đó để sửa.',
  reasonMissing: 'Cần ghi lý do.',
} as const;

const of = (row: NoteRow, column: string) => {
  const value = row[column];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
const period = (from: string, until: string) =>
  [from && `từ ${dateText(from)}`, until && `đến hết ${dateText(until)}`].filter(Boolean).join(' ');

/** One line of the timeline: what, and more of it. */
export function noteLine(kind: NoteKind, row: NoteRow): { readonly what: string; readonly detail: string } {
  const from = period(
    of(row, kind === 'pending' ? 'since' : 'first_day'),
    of(row, kind === 'pending' ? 'until' : 'last_day'),
  );
  const parts = (...texts: readonly string[]) => texts.filter(Boolean).join('; ');
  switch (kind) {
    case 'post':
      return { what: of(row, 'title'), detail: parts(of(row, 'place'), from) };
    case 'year':
      return { what: levelText[of(row, 'level') as keyof typeof levelText], detail: of(row, 'source') };
    case 'discipline':
      return {
        what: `Kỷ luật: ${of(row, 'level')}`,
        detail: parts(
          `Quyết định số ${of(row, 'decision_number')}`,
          from || 'chưa rõ thời hạn',
          row['last_day'] === null ? 'chưa rõ ngày hết hạn' : '',
        ),
      };
    case 'pending':
      return {
        what: noteWord('pending', of(row, 'kind')),
        detail: parts(of(row, 'note'), from, row['until'] === null ? 'chưa kết thúc' : '', of(row, 'source')),
      };
    case 'members':
      return { what: `Tập thể có ${of(row, 'total')} cá nhân`, detail: membersText(row) };
    case 'block':
      return {
        what: row['in_block'] === true ? 'Kết quả ở cụm, khối thi đua' : 'Không thuộc cụm, khối thi đua',
        detail: blockText(row),
      };
    case 'checked':
      return { what: `Đã xác nhận ghi đủ: ${factWords[of(row, 'fact')] ?? ''}`, detail: of(row, 'source') };
  }
}

function membersText(row: NoteRow): string {
  const held = typeof row['held'] === 'object' && row['held'] !== null ? row['held'] : {};
  const counts = countedTitles.flatMap((code) =>
    held[code] === undefined ? [] : [`${held[code]} ${awardName(code)}`],
  );
  const known = (column: string, words: string) =>
    of(row, column) === '' ? `${words}: chưa biết` : `${of(row, column)} ${words}`;
  return [known('completed', 'hoàn thành nhiệm vụ'), known('disciplined', 'bị kỷ luật'), ...counts].join('; ');
}

function blockText(row: NoteRow): string {
  if (row['in_block'] !== true) return '';
  const rank = of(row, 'rank');
  const exceeded = row['exceeded'];
  return [
    rank === '' ? 'thứ hạng chưa biết' : `xếp thứ ${rank}`,
    exceeded === null
      ? 'vượt chỉ tiêu: chưa biết'
      : exceeded === true
        ? 'vượt chỉ tiêu, nhiệm vụ'
        : 'không vượt chỉ tiêu, nhiệm vụ',
  ].join('; ');
}

export function noteProblems(refusal: NoteRefusal): readonly ShownProblem[] {
  if (refusal.kind === 'note_wrong')
    return refusal.problems.map(({ field, problem }) => ({
      field,
      label: noteFieldText[field],
      message: noteProblemText[problem],
    }));
  if (refusal.kind === 'note_taken') return [{ message: noteText.taken }];
  if (refusal.kind === 'reason_missing')
    return [{ field: 'ly-do', label: noteText.reason, message: noteText.reasonMissing }];
  return registerProblems(refusal);
}
