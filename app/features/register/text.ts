/** The words of the register. */
import { awardNameOn } from '../awards/text.ts';
import { kernelRefusal } from '../../platform/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { dateText } from '../../ui/moment.ts';
import type { Holder as HolderKind } from '../awards/award.ts';
import type { Level } from '../awards/standards/case.ts';
import { GROUP_TEXT } from '../awards/standards/text.ts';
import type { ScopeOfEffect } from '../initiatives/initiative.ts';
import type { CountedShare, Share } from './fairness.ts';
import type { Gender, HolderField, HolderProblem, HolderWrong } from './holder.ts';
import type { InTheWay } from './correcting.server.ts';
import { correctionRefusal, correctionText } from './correction.text.ts';
import type { IdentityElsewhere, IdentityTaken, LooksSame, Merged, UnitHeld } from './holders.server.ts';
import type { AwardKind, HonourField, HonourProblem, HonourWrong } from './honour.ts';
import type { HonourDouble, RevokedAlready } from './honours.server.ts';

export const registerText = {
  title: 'Sổ khen thưởng',
  lead: 'Cá nhân, tập thể, hộ gia đình và khen thưởng đã có; chỉ gồm phạm vi ông/bà được xem.',
  heading: (total: number, isMore: boolean) => `Sổ khen thưởng: ${isMore ? 'hơn ' : ''}${numberText(total)} đối tượng`,
  holders: 'Đối tượng',
  name: 'Họ tên, tên gọi',
  kind: 'Loại',
  unit: 'Đơn vị',
  honours: 'Khen thưởng',
  latest: 'Lần gần nhất',
  words: 'Tìm theo tên',
  every: 'Tất cả',
  caption: 'Đối tượng trong sổ khen thưởng',
  emptyWhat: 'Đối tượng khen thưởng của phạm vi được xem sẽ hiện ở đây.',
  emptyWhy: 'Chưa có dòng nào, hoặc không có dòng nào khớp điều kiện tìm.',
  new: 'Thêm đối tượng',
  newTitle: 'Thêm đối tượng vào sổ',
  newLead: 'Ghi những gì đã biết; điều chưa biết để trống.',
  noUnit: 'Ông/bà chưa được giao ghi sổ cho đơn vị nào.',
  noUnitWhy: 'Chuyên viên đầu mối, thủ trưởng đơn vị và người thẩm định ghi sổ.',
  save: 'Ghi vào sổ',
  saveChange: 'Lưu',
  cancel: 'Bỏ, không lưu',
  editTitle: 'Sửa thông tin',
  edit: 'Sửa thông tin',
  looksSame: 'Trong sổ đã có đối tượng cùng tên, cùng đơn vị hoặc cùng năm sinh:',
  isAnother: 'Là đối tượng khác, vẫn thêm mới',
  openInstead: 'Nếu chính là đối tượng này, mở dòng đã có:',
  isUnit: 'Tập thể này chính là đơn vị đã chọn',
  unknown: 'Chưa biết',
  facts: 'Thông tin chung',
  held: 'Khen thưởng đã có',
  heldEmpty: 'Chưa ghi khen thưởng nào.',
  award: 'Danh hiệu, hình thức',
  year: 'Năm',
  decision: 'Quyết định',
  decidedBy: 'Người quyết định',
  source: 'Nguồn',
  goldenBook: 'Số vào sổ',
  revokedHead: 'Hủy bỏ',
  revoked: (on: string, number: string) => `Đã hủy bỏ ngày ${dateText(on)} theo Quyết định số ${number}`,
  decisionOf: (number: string, on: string) => `số ${number} ngày ${dateText(on)}`,
  done: 'Đã lưu.',
  enterHonour: 'Ghi khen thưởng đã có quyết định',
  mergedInto: 'Dòng này đã được nhập vào dòng khác vì trùng.',
  seeKept: 'Xem dòng được giữ',
  identity: 'Số định danh',
  identitySeen: 'Lần xem này đã ghi vào nhật ký.',
  seeIdentity: 'Xem số định danh',
  takeData: 'Dữ liệu đang lưu về đối tượng này',
  timeline: 'Quá trình',
  timelineEmpty: 'Chưa ghi gì về quá trình của đối tượng này.',
  noDay: 'Chưa rõ ngày',
  forYear: (award: string, year: number) => `${award} năm ${year}`,
  initiative: (scope: string) => `Sáng kiến được công nhận, phạm vi ảnh hưởng: ${scope}`,
  notUsed: 'chưa dùng để khen thưởng',
  usedFor: (what: string, year: number | null) => `đã dùng cho ${what}${year === null ? '' : ` năm ${year}`}`,
  merged: (name: string) => `Nhập dòng trùng “${name}” vào dòng này`,
  namesakes: 'Sáng kiến có tác giả trùng tên',
  namesakesLead: 'Tác giả chưa có tài khoản nên phần mềm không tự nhận. Xác nhận khi chắc chắn là cùng một người.',
  isAuthor: 'Đúng là tác giả',
  isNotAuthor: 'Bỏ xác nhận tác giả',
} as const;

/** Parts of the register by their address. */
export const registerTabText = {
  '': 'Đối tượng',
  'da-khen': 'Đã khen thưởng',
  'chua-de-nghi': 'Chưa được đề nghị',
  trung: 'Có thể trùng',
  'dia-ban': 'Địa bàn',
} as const;

export const numberText = (value: number) => value.toLocaleString('vi-VN');

export const holderKindText: Readonly<Record<HolderKind, string>> = {
  person: 'Cá nhân',
  collective: 'Tập thể',
  household: 'Hộ gia đình',
};
export const genderText: Readonly<Record<Gender, string>> = { female: 'Nữ', male: 'Nam' };
export const yesNoText = { yes: 'Có', no: 'Không' } as const;
export const knownText = (value: boolean | null) =>
  value === null ? registerText.unknown : value ? yesNoText.yes : yesNoText.no;
export const levelText: Readonly<Record<Level, string>> = {
  failed: 'Không hoàn thành nhiệm vụ',
  completed: 'Hoàn thành nhiệm vụ',
  good: 'Hoàn thành tốt nhiệm vụ',
  excellent: 'Hoàn thành xuất sắc nhiệm vụ',
};
export const awardKindText: Readonly<Record<AwardKind, string>> = {
  merit: 'Theo công trạng',
  sudden: 'Đột xuất',
  movement: 'Theo chuyên đề, phong trào',
  devotion: 'Quá trình cống hiến',
  tenure: 'Niên hạn',
  foreign: 'Đối ngoại',
};
export const scopeText: Readonly<Record<ScopeOfEffect, string>> = {
  unit: 'cơ sở',
  province: 'Bộ, ban, ngành, tỉnh',
  nation: 'toàn quốc',
};
export const groupName = (code: keyof typeof GROUP_TEXT) => {
  const text = GROUP_TEXT[code];
  return text.charAt(0).toUpperCase() + text.slice(1);
};

export const holderFieldText: Readonly<Record<HolderField, string>> = {
  kind: 'Loại đối tượng',
  name: 'Họ tên hoặc tên gọi',
  unit: 'Đơn vị quản lý',
  group: 'Nhóm đối tượng',
  gender: 'Giới tính',
  birthYear: 'Năm sinh',
  position: 'Chức vụ, công việc hiện nay',
  leader: 'Giữ chức vụ lãnh đạo, quản lý',
  direct: 'Trực tiếp lao động, sản xuất, công tác',
  foundedYear: 'Năm thành lập',
  endedOn: 'Ngày mất hoặc ngày giải thể',
  identity: 'Số định danh cá nhân',
  source: 'Nguồn',
};
export const holderHints: Readonly<Partial<Record<HolderField, string>>> = {
  identity:
    '12 số (hoặc 9 số của chứng minh nhân dân cũ). Được mã hóa; chỉ chuyên viên của đơn vị và người thẩm định xem được.',
  endedOn: 'Để trống nếu không có.',
  source: 'Hồ sơ, văn bản mà thông tin được lấy từ đó.',
  group: 'Theo đó chọn quy định áp dụng riêng cho từng nhóm (Luật Điều 74).',
};
export const onlyFor: Readonly<Partial<Record<HolderField, string>>> = {
  gender: 'cá nhân',
  birthYear: 'cá nhân',
  position: 'cá nhân',
  leader: 'cá nhân',
  direct: 'cá nhân',
  identity: 'cá nhân',
  foundedYear: 'tập thể',
};

const holderProblemText: Readonly<Record<HolderProblem, string>> = {
  missing: 'Chưa nhập.',
  not_offered: 'Chọn một mục trong danh sách.',
  too_long: 'Dài quá. Viết ngắn lại.',
  not_a_year: 'Nhập năm bằng bốn chữ số, ví dụ 1985.',
  not_a_day: 'Chưa phải một ngày có thật. Nhập năm-tháng-ngày, ví dụ 2026-05-30.',
  to_come: 'Không được sau hôm nay.',
  not_an_identity: 'Nhập 12 số định danh (hoặc 9 số của chứng minh nhân dân cũ).',
};

export const honourFieldText: Readonly<Record<HonourField, string>> = {
  award: 'Danh hiệu, hình thức khen thưởng',
  year: 'Năm thành tích',
  kind: 'Loại khen thưởng',
  achievement: 'Thành tích',
  number: 'Số quyết định',
  date: 'Ngày quyết định',
  decidedBy: 'Người quyết định',
  goldenBook: 'Số vào sổ',
  source: 'Nguồn',
};

export const honourProblemText: Readonly<Record<HonourProblem, string>> = {
  missing: 'Chưa nhập.',
  not_offered: 'Chọn một mục trong danh sách.',
  too_long: 'Dài quá. Viết ngắn lại.',
  not_a_year: 'Nhập năm bằng bốn chữ số, ví dụ 2025.',
  not_a_day: 'Chưa phải một ngày có thật. Nhập năm-tháng-ngày, ví dụ 2026-05-30.',
  to_come: 'Không được sau hôm nay.',
  before_its_year: 'Quyết định không thể trước năm thành tích.',
  not_for_kind: 'Danh hiệu, hình thức này không dành cho loại đối tượng đã chọn.',
};

export type AnyRegisterRefusal =
  | KernelRefusal
  | HolderWrong
  | HonourWrong
  | HonourDouble
  | RevokedAlready
  | IdentityTaken
  | IdentityElsewhere
  | LooksSame
  | Merged
  | UnitHeld;

/** What a correction can meet besides. */
export type OwnRefusal = AnyRegisterRefusal | InTheWay;

export function refusalText(refusal: OwnRefusal): string {
  switch (refusal.kind) {
    case 'holder_wrong':
      return refusal.problems
        .map(({ field, problem }) => `${holderFieldText[field]}: ${holderProblemText[problem]}`)
        .join(' ');
    case 'honour_wrong':
      return refusal.problems
        .map(({ field, problem }) => `${honourFieldText[field]}: ${honourProblemText[problem]}`)
        .join(' ');
    case 'honour_double': {
      const { awardCode, year, decisionNumber, decidedOn } = refusal.held;
      return `Đã có “${awardNameOn(awardCode, decidedOn)}” năm ${year} theo Quyết định ${registerText.decisionOf(decisionNumber, decidedOn)}. Không ghi lần nữa.`;
    }
    case 'revoked_already':
      return `Đã hủy bỏ từ ngày ${dateText(refusal.on)} theo Quyết định số ${refusal.number}.`;
    case 'decided_here':
    case 'of_dossier':
    case 'honour_paid':
    case 'under_revocation':
    case 'honour_struck':
    case 'reason_missing':
    case 'nothing_changed':
      return correctionRefusal(refusal);
    case 'identity_taken':
      return `Số định danh này đã có ở dòng “${refusal.name}”. Mở dòng đó để ghi thêm, không lập dòng mới.`;
    case 'identity_elsewhere':
      return 'Số định danh này đã có trong sổ ở đơn vị khác. Đề nghị người thẩm định kiểm tra trước khi ghi.';
    case 'looks_same':
      return `${registerText.looksSame} ${refusal.found.map(({ name, unitName }) => `${name} (${unitName})`).join('; ')}.`;
    case 'merged':
      return 'Dòng này đã được nhập vào dòng khác. Mở dòng được giữ để ghi.';
    case 'unit_held_already':
      return 'Đơn vị này đã có trong sổ như một tập thể. Mở dòng đó để ghi thêm.';
    case 'not_there':
    case 'not_allowed':
    case 'not_yours':
    case 'not_scoped':
    case 'wrong_stage':
    case 'four_eyes':
    case 'needs':
    case 'lost_race':
      return kernelRefusal(refusal);
  }
}

export type ShownProblem = { readonly field?: string; readonly label?: string; readonly message: string };

/** What stands on the form after a refusal, at its fields where it has any. */
export function registerProblems(refusal: OwnRefusal): readonly ShownProblem[] {
  if (refusal.kind === 'holder_wrong')
    return refusal.problems.map(({ field, problem }) => ({
      field,
      label: holderFieldText[field],
      message: holderProblemText[problem],
    }));
  if (refusal.kind === 'honour_wrong')
    return refusal.problems.map(({ field, problem }) => ({
      field,
      label: honourFieldText[field],
      message: honourProblemText[problem],
    }));
  if (refusal.kind === 'identity_taken' || refusal.kind === 'identity_elsewhere')
    return [{ field: 'identity', label: holderFieldText.identity, message: refusalText(refusal) }];
  if (refusal.kind === 'reason_missing')
    return [{ field: 'ly-do', label: correctionText.reason, message: refusalText(refusal) }];
  return [{ message: refusalText(refusal) }];
}

export const honoursText = {
  title: 'Đã khen thưởng',
  heading: (total: number, isMore: boolean) => `${isMore ? 'Hơn ' : ''}${numberText(total)} lượt khen thưởng`,
  lead: 'Khen thưởng đã có quyết định của đối tượng thuộc phạm vi ông/bà được xem, mới nhất đứng trước.',
  holder: 'Đối tượng',
  number: 'Số quyết định',
  lines: 'Dòng',
  standing: 'Đang tính',
  headingStruck: (total: number, isMore: boolean) => `${isMore ? 'Hơn ' : ''}${numberText(total)} dòng đã gạch bỏ`,
  numberHint: 'Các chữ đầu của số quyết định',
  caption: 'Khen thưởng đã có quyết định',
  emptyWhat: 'Khen thưởng đã có quyết định sẽ hiện ở đây.',
  emptyWhy: 'Chưa có dòng nào, hoặc không có dòng nào khớp điều kiện tìm.',
  fileName: 'da-khen-thuong',
  holdersFile: 'doi-tuong-khen-thuong',
  enterTitle: 'Ghi khen thưởng đã có quyết định',
  enterLead:
    'Một bước, cho khen thưởng đã quyết định trước khi dùng phần mềm hoặc do nơi khác quyết định. Khen thưởng cấp cơ sở do đơn vị ghi; từ cấp tỉnh trở lên do người thẩm định ghi.',
  find: 'Tìm đối tượng theo tên',
  search: 'Tìm',
  choose: 'Chọn',
  none: 'Không thấy đối tượng nào khớp trong phạm vi được ghi.',
  newOne: 'Ghi cho đối tượng mới',
  forWhom: 'Khen thưởng của',
  other: 'Chọn đối tượng khác',
  whoIsNew: 'Đối tượng mới',
  whatWasGiven: 'Khen thưởng',
  sourceHint: 'Sổ, quyết định, văn bản mà dòng này được lấy từ đó.',
  revokedAs: (on: string, number: string) => `Đã hủy bỏ ${dateText(on)} (số ${number})`,
  unknownKind: 'Không rõ (tính như theo công trạng)',
} as const;

export const fairnessText = {
  title: 'Cơ cấu đối tượng trong danh sách',
  why: 'Luật Thi đua, khen thưởng, Điều 5 khoản 2: quan tâm người trực tiếp lao động, phụ nữ, địa bàn biên giới, khó khăn. Số chưa biết được đếm riêng, không coi là không.',
  share: {
    leader: 'Lãnh đạo, quản lý',
    direct: 'Trực tiếp lao động, sản xuất, công tác',
    woman: 'Nữ',
    border: 'Xã biên giới',
    hard: 'Địa bàn đặc biệt khó khăn',
  } satisfies Readonly<Record<Share, string>>,
  counted: ({ yes, unknown, of }: CountedShare) =>
    of === 0
      ? 'Không có đối tượng để tính'
      : `${yes}/${of}${of - unknown > 0 ? ` (${percent(yes, of - unknown)} trên số đã biết)` : ''}${unknown > 0 ? `, chưa biết ${unknown}` : ''}`,
} as const;

const percent = (part: number, whole: number) =>
  `${((part * 100) / whole).toLocaleString('vi-VN', { maximumFractionDigits: 1 })}%`;

/** On the form of one step, where fields of the award bear names of their own. */
export function honourProblems(refusal: OwnRefusal, nameOf: (field: HonourField) => string): readonly ShownProblem[] {
  const shown = registerProblems(refusal);
  if (refusal.kind !== 'honour_wrong') return shown;
  return shown.map((each, at) => ({ ...each, field: nameOf(refusal.problems[at]?.field ?? 'award') }));
}
