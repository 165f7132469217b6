/** The words of what was done to a holder and their awards. */
import { awardName, awardNameOn } from '../awards/text.ts';
import { dateText } from '../../ui/moment.ts';
import type { HistoryEntry } from './history.server.ts';
import type { Change, HistoryKind, ToldColumn } from './history.ts';
import { changesBetween } from './history.ts';
import { written } from './note.ts';
import { noteKindText, noteLine } from './note.text.ts';
import { recordedNote } from './recorded-note.ts';
import {
  awardKindText,
  genderText,
  groupName,
  holderFieldText,
  holderKindText,
  honourFieldText,
  knownText,
  registerText,
} from './text.ts';

export const historyText = {
  title: 'Lịch sử ghi sổ',
  link: 'Lịch sử ghi sổ: ai đã ghi, sửa, bỏ gì',
  lead: 'Lấy từ nhật ký của phần mềm, mới nhất đứng trước. Dành cho người làm việc với sổ; không đưa vào bản cung cấp dữ liệu.',
  empty: 'Nhật ký chưa có việc nào về dòng này.',
  reason: (reason: string) => `Lý do: ${reason}`,
  forName: (by: string, lender: string) => `${by}, theo ủy quyền của ${lender}`,
  byProduct: 'Phần mềm',
  changed: (label: string, before: string, after: string) => `${label}: ${before} → ${after}`,
  new: (label: string, after: string) => `${label}: ${after}`,
  none: 'trống',
  was: (line: string) => `Trước: ${line}`,
  is: (line: string) => `Sau: ${line}`,
} as const;

const kindText: Readonly<Record<Exclude<HistoryKind, 'holder.noted'>, string>> = {
  'holder.entered': 'Thêm vào sổ',
  'holder.changed': 'Sửa thông tin chung',
  'holder.merged': 'Nhập một dòng trùng vào dòng này',
  'holder.unmerged': 'Hoàn lại việc nhập dòng trùng',
  'holder.kept_apart': 'Kết luận là hai đối tượng khác nhau',
  'holder.identity_seen': 'Xem số định danh',
  'holder.exported': 'Lấy bản dữ liệu đang lưu',
  'honour.entered': 'Ghi khen thưởng',
  'honour.imported': 'Nạp khen thưởng từ Excel',
  'honour.corrected': 'Đính chính khen thưởng',
  'honour.struck': 'Gạch bỏ khen thưởng ghi nhầm',
  'honour.unstruck': 'Khôi phục khen thưởng đã gạch bỏ',
  'honour.revoked': 'Ghi hủy bỏ khen thưởng',
  'honour.restored': 'Ghi phục hồi khen thưởng',
};

const columnText: Readonly<Record<ToldColumn, string>> = {
  name: holderFieldText.name,
  unit_id: holderFieldText.unit,
  group_code: holderFieldText.group,
  gender: holderFieldText.gender,
  birth_year: holderFieldText.birthYear,
  position_title: holderFieldText.position,
  is_leader: holderFieldText.leader,
  works_directly: holderFieldText.direct,
  founded_year: holderFieldText.foundedYear,
  ended_on: holderFieldText.endedOn,
  identity: holderFieldText.identity,
  award_code: honourFieldText.award,
  year: honourFieldText.year,
  kind: registerText.kind,
  achievement: honourFieldText.achievement,
  decision_number: honourFieldText.number,
  decided_on: honourFieldText.date,
  decided_by: honourFieldText.decidedBy,
  golden_book_number: honourFieldText.goldenBook,
  source: honourFieldText.source,
};

const words: Readonly<Record<string, string>> = { ...holderKindText, ...awardKindText, ...genderText };

function valueText({ column }: Change, value: unknown, unitNames: ReadonlyMap<string, string>): string {
  if (value === null || value === undefined || value === '') return historyText.none;
  if (column === 'identity') return 'có ghi';
  if (typeof value === 'boolean') return knownText(value);
  const text = String(value as string | number);
  if (column === 'unit_id') return unitNames.get(text) ?? registerText.unknown;
  if (column === 'award_code') return awardName(text);
  if (column === 'group_code') return groupName(text as Parameters<typeof groupName>[0]);
  if (column === 'kind' || column === 'gender') return words[text] ?? text;
  return column === 'decided_on' || column === 'ended_on' ? dateText(text) : text;
}

export type HistoryLine = {
  readonly what: string;
  readonly who: string;
  readonly details: readonly string[];
};

export function historyLine(entry: HistoryEntry, unitNames: ReadonlyMap<string, string>): HistoryLine {
  const { byName, forName, reason } = entry;
  const by = byName ?? historyText.byProduct;
  const who = forName === null ? by : historyText.forName(by, forName);
  const because = reason ? [historyText.reason(reason)] : [];
  const { what, details } = entry.kind === 'holder.noted' ? notedLine(entry) : deedLine(entry, entry.kind, unitNames);
  return { what, who, details: [...details, ...because] };
}

function deedLine(
  { honour, before, after }: HistoryEntry,
  kind: Exclude<HistoryKind, 'holder.noted'>,
  unitNames: ReadonlyMap<string, string>,
) {
  const about = honour ? `: ${registerText.forYear(awardNameOn(honour.awardCode, honour.decidedOn), honour.year)}` : '';
  const isTold = kind.endsWith('.entered') || kind.endsWith('.changed') || kind.endsWith('.corrected');
  const changes = isTold ? changesBetween(before, after) : [];
  const details = changes.map((one) => {
    const [label, is] = [columnText[one.column], valueText(one, one.after, unitNames)];
    return before === null
      ? historyText.new(label, is)
      : historyText.changed(label, valueText(one, one.before, unitNames), is);
  });
  return { what: `${kindText[kind]}${about}`, details };
}

function notedLine({ before, after }: Pick<HistoryEntry, 'before' | 'after'>) {
  const [was, is] = [recordedNote(before), recordedNote(after)];
  const kind = (is ?? was)?.note;
  // By the same event the authors of initiatives are confirmed.
  if (kind === undefined)
    return { what: after === null ? registerText.isNotAuthor : registerText.isAuthor, details: [] };
  const deed = was === undefined ? 'Ghi' : is === undefined ? 'Bỏ' : 'Sửa';
  const line = (one: NonNullable<typeof was>) => {
    const { what, detail } = noteLine(one.note, one.row);
    return [written(one.row['year']), what, detail].filter(Boolean).join('; ');
  };
  return {
    what: `${deed}: ${noteKindText[kind].toLocaleLowerCase('vi')}`,
    details: [
      ...(was ? [is ? historyText.was(line(was)) : line(was)] : []),
      ...(is ? [was ? historyText.is(line(is)) : line(is)] : []),
    ],
  };
}
