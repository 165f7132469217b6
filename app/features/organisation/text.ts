/** Words of the organisation: kinds, refusals, the sheets, the pages. */
import { dateText } from '../../ui/moment.ts';
import { kernelRefusal } from '../../platform/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import type { BlockKind, BlockPart, BlockRefusal } from './block.ts';
import type { UnitRefusal } from './changes.ts';
import type { CommuneType, Unit, UnitKind } from './unit.ts';
import type { BlockColumn, BlockRowFault } from './block-plan.ts';
import type { UnitColumn, UnitRowFault } from './unit-row.ts';

export const unitKindNames: Readonly<Record<UnitKind, string>> = {
  province: 'Tỉnh',
  department: 'Sở, ban, ngành',
  party_body: 'Cơ quan Đảng',
  front_and_mass_organisation: 'Mặt trận và đoàn thể',
  assembly_office: 'Cơ quan giúp việc Hội đồng nhân dân',
  armed_force: 'Lực lượng vũ trang',
  management_board: 'Ban quản lý',
  press: 'Cơ quan báo chí',
  commune: 'Xã, phường, đặc khu',
  subordinate: 'Đơn vị trực thuộc',
  village: 'Thôn, tổ dân phố',
  other: 'Khác',
};

export const communeTypeNames: Readonly<Record<CommuneType, string>> = {
  xa: 'Xã',
  phuong: 'Phường',
  dac_khu: 'Đặc khu',
};

export const blockKindNames: Readonly<Record<BlockKind, string>> = { khoi: 'Khối thi đua', cum: 'Cụm thi đua' };

export const blockPartNames: Readonly<Record<BlockPart, string>> = {
  lead: 'Trưởng',
  deputy: 'Phó',
  member: 'Thành viên',
};

export function unitRefusal(refusal: UnitRefusal): string {
  switch (refusal.kind) {
    case 'code_taken':
      return `Mã đơn vị “${refusal.code}” đã có. Hãy chọn mã khác, ví dụ thêm tên địa phương vào cuối mã.`;
    case 'official_code_taken':
      return `Mã hành chính ${refusal.officialCode} đang là của ${refusal.name}. Hãy kiểm tra lại mã.`;
    case 'parent_unknown':
      return 'Không tìm thấy đơn vị cấp trên. Hãy chọn trong danh sách.';
    case 'parent_not_alive':
      return refusal.on === null
        ? `${refusal.name} đã chấm dứt hoạt động nên không thể là cấp trên. Hãy chọn đơn vị khác.`
        : `Ngày ${dateText(refusal.on)}, ${refusal.name} không hoạt động nên không thể là cấp trên. Hãy chọn đơn vị khác hoặc ngày khác.`;
    case 'ring':
      return `Không thể đặt dưới ${refusal.name}: đơn vị này đang hoặc sẽ đứng dưới chính đơn vị được chuyển.`;
    case 'not_alive':
      return `Ngày ${dateText(refusal.on)}, ${refusal.name} không hoạt động nên không ghi được thay đổi. Hãy chọn ngày khác.`;
    case 'already_ended':
      return `${refusal.name} đã chấm dứt từ ngày ${dateText(refusal.on)}.`;
    case 'not_ended':
      return `${refusal.name} đang hoạt động nên không có gì để khôi phục.`;
    case 'unchanged':
      return 'Nội dung giống hiện tại nên không có gì để lưu.';
    case 'ends_before_start':
      return `Ngày chấm dứt phải sau ngày bắt đầu hoạt động (${dateText(refusal.on)}).`;
    case 'has_subordinates':
      return `Còn đơn vị trực thuộc: ${refusal.names.join(', ')}. Hãy chuyển hoặc chấm dứt các đơn vị này trước.`;
    case 'successor_unknown':
      return 'Đơn vị kế thừa phải là một đơn vị khác có trong danh sách.';
    case 'successor_not_alive':
      return `Ngày ${dateText(refusal.on)}, ${refusal.name} không hoạt động nên không thể kế thừa. Hãy chọn đơn vị khác hoặc ngày khác.`;
    case 'start_after_change':
      return `Ngày bắt đầu phải trước thay đổi đã ghi vào ngày ${dateText(refusal.on)}.`;
    case 'no_such_period':
      return 'Không tìm thấy giai đoạn cần sửa. Hãy tải lại trang.';
    case 'commune_type_only_commune':
      return 'Chỉ đơn vị loại “Xã, phường, đặc khu” mới ghi cấp xã.';
  }
}

export function blockRefusal(refusal: BlockRefusal): string {
  switch (refusal.kind) {
    case 'block_code_taken':
      return `Mã “${refusal.code}” đã có. Hãy chọn mã khác.`;
    case 'unchanged':
      return 'Nội dung giống hiện tại nên không có gì để lưu.';
    case 'unit_unknown':
      return 'Không tìm thấy đơn vị. Hãy chọn trong danh sách.';
    case 'unit_twice':
      return `${refusal.name} được ghi hai lần.`;
    case 'in_other_block':
      return `${refusal.name} đã thuộc ${refusal.block} trong năm này. Mỗi đơn vị chỉ thuộc một khối, cụm trong một năm.`;
    case 'not_alive_in_year':
      return `${refusal.name} không hoạt động trong năm ${refusal.year}.`;
    case 'several_leads':
      return `Chỉ có một trưởng khối, cụm trong một năm. Đang ghi: ${refusal.names.join(', ')}.`;
    case 'year_has_members':
      return `Năm ${refusal.year} đã có thành viên nên không sao chép. Hãy sửa trực tiếp danh sách.`;
    case 'nothing_to_copy':
      return `Năm ${refusal.year} chưa có thành viên nên không có gì để sao chép.`;
  }
}

export type OrganisationRefusal = UnitRefusal | BlockRefusal | KernelRefusal;
const kernelKinds = [
  'not_there',
  'not_allowed',
  'not_scoped',
  'lost_race',
  'wrong_stage',
  'not_yours',
  'four_eyes',
  'needs',
];
const blockKindsOfRefusal = [
  'block_code_taken',
  'unit_unknown',
  'unit_twice',
  'in_other_block',
  'not_alive_in_year',
  'several_leads',
  'year_has_members',
  'nothing_to_copy',
];

export function organisationRefusal(refusal: OrganisationRefusal): string {
  if (kernelKinds.includes(refusal.kind)) return kernelRefusal(refusal as KernelRefusal);
  if (blockKindsOfRefusal.includes(refusal.kind)) return blockRefusal(refusal as BlockRefusal);
  return unitRefusal(refusal as UnitRefusal);
}

export const unitHeadings: Readonly<Record<UnitColumn, string>> = {
  code: 'Mã đơn vị',
  name: 'Tên đơn vị',
  shortName: 'Tên ngắn',
  kind: 'Loại đơn vị',
  communeType: 'Cấp xã',
  officialCode: 'Mã hành chính',
  parent: 'Mã đơn vị cấp trên',
  takesPart: 'Tham gia thi đua',
  validFrom: 'Hoạt động từ ngày',
  validUntil: 'Chấm dứt từ ngày',
  successors: 'Mã đơn vị kế thừa',
  changeFrom: 'Thay đổi áp dụng từ ngày',
  basis: 'Căn cứ',
};

export const unitColumnNotes: Readonly<Partial<Record<UnitColumn, string>>> = {
  code: 'Chữ thường không dấu, số, gạch nối. Mã mới là thêm đơn vị; không đổi mã đã có.',
  validFrom: 'Để trống nếu không rõ ngày.',
  validUntil: 'Ngày đầu tiên không còn hoạt động.',
  successors: 'Nhiều mã cách nhau bằng dấu phẩy.',
  changeFrom: 'Ghi ngày khi đổi tên hoặc chuyển cấp trên. Để trống là sửa lỗi nhập, không tạo giai đoạn mới.',
};

export function rowFaultText(why: UnitRowFault['why']): string {
  switch (why.kind) {
    case 'missing':
      return 'Chưa ghi nội dung.';
    case 'bad_code':
      return `“${why.given}” không đúng dạng mã. Dùng chữ thường không dấu, số và gạch nối, ví dụ so-noi-vu.`;
    case 'bad_date':
      return `“${why.given}” không phải ngày hợp lệ. Ghi theo dạng 05/10/2026.`;
    case 'bad_word':
      return `“${why.given}” không có trong danh mục. Hãy chọn trong danh sách thả xuống của ô.`;
    case 'code_twice':
      return `Mã này đã ghi ở dòng ${why.row}.`;
    case 'unit_unknown':
      return `Không có đơn vị mang mã “${why.code}”.`;
    case 'ended_elsewhere':
      return `Đơn vị đã chấm dứt từ ngày ${dateText(why.on)}; không đổi được bằng tệp.`;
    case 'refused':
      return unitRefusal(why.refusal);
  }
}

export const sheetText = {
  units: 'Đơn vị',
  unitsTitle: 'Danh sách cơ quan, đơn vị, địa phương',
  unitsGuide: 'Sửa trực tiếp trong bảng rồi tải lên. Đơn vị không có trong tệp được giữ nguyên.',
  members: 'Thành viên khối, cụm',
  membersTitle: (year: number) => `Thành viên khối, cụm thi đua năm ${year}`,
  membersGuide:
    'Tệp là danh sách đầy đủ của từng khối, cụm được ghi: đơn vị không ghi thì không còn là thành viên trong năm.',
  yes: 'Có',
  no: 'Không',
  noSheet: (names: string) => `Tệp không có bảng với các cột: ${names}. Hãy dùng tệp mẫu.`,
  noColumn: (names: string) => `Thiếu cột: ${names}. Hãy dùng tệp mẫu.`,
} as const;

export const unitWidths: Readonly<Record<UnitColumn, number>> = {
  code: 24,
  name: 44,
  shortName: 26,
  kind: 26,
  communeType: 12,
  officialCode: 14,
  parent: 22,
  takesPart: 16,
  validFrom: 18,
  validUntil: 18,
  successors: 24,
  changeFrom: 24,
  basis: 40,
};

const meanings = <Code extends string>(names: Readonly<Record<Code, string>>): ReadonlyMap<string, Code> =>
  new Map((Object.entries(names) as [Code, string][]).map(([code, name]) => [name.toLowerCase(), code]));

/** The fixed words of the sheets, out and in. */
export const unitWords = {
  kinds: new Map(Object.entries(unitKindNames)),
  communeTypes: new Map(Object.entries(communeTypeNames)),
  out: {
    kind: (unit: Unit) => unitKindNames[unit.kind],
    communeType: (unit: Unit) => (unit.communeType ? communeTypeNames[unit.communeType] : ''),
    yesNo: (value: boolean) => (value ? sheetText.yes : sheetText.no),
    day: dateText,
  },
  in: {
    kinds: meanings(unitKindNames),
    communeTypes: meanings(communeTypeNames),
    yesNo: new Map([
      [sheetText.yes.toLowerCase(), true],
      [sheetText.no.toLowerCase(), false],
    ]),
  },
} as const;

export const blockHeadings: Readonly<Record<BlockColumn, string>> = {
  block: 'Mã khối, cụm',
  blockName: 'Tên khối, cụm',
  blockKind: 'Loại',
  unit: 'Mã đơn vị',
  unitName: 'Tên đơn vị',
  part: 'Vai trò',
};

export const blockWidths: Readonly<Record<BlockColumn, number>> = {
  block: 20,
  blockName: 40,
  blockKind: 16,
  unit: 24,
  unitName: 44,
  part: 14,
};

export const blockWords = {
  kinds: new Map(Object.entries(blockKindNames)),
  in: { kinds: meanings(blockKindNames), parts: meanings(blockPartNames) },
} as const;

export function blockRowFaultText(why: BlockRowFault['why']): string {
  return why.kind === 'refused' ? blockRefusal(why.refusal) : rowFaultText(why);
}
