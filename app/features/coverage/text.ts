/** What people read about how far the commitments of the directive are kept. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import { dateText } from '../../ui/moment.ts';
import type { ReviewKind } from '../movements/movement.ts';
import { reviewKindText } from '../movements/text.ts';
import { behindPoints } from '../plans/standing.ts';
import { unitKindNames } from '../organisation/text.ts';
import type { UnitKind } from '../organisation/unit.ts';
import type { Aspect, GroupedBy } from './coverage.ts';
import type { LeadAspect, LeadPart } from './leads.ts';
import type { ReviewState } from './reviews.ts';
import type { YearKind } from './year.ts';

export const groupText: Readonly<Record<GroupedBy, string>> = {
  kind: 'Loại đơn vị',
  block: 'Khối, cụm thi đua',
  territory: 'Địa bàn trước sắp xếp',
  scheme: 'Đề án',
};

const noGroup: Readonly<Record<GroupedBy, string>> = {
  kind: 'Loại khác',
  block: 'Chưa xếp khối, cụm của năm',
  territory: 'Không theo địa bàn',
  scheme: 'Không được chỉ thị nêu tên trong đề án nào',
};

/** What a unit has, and what it lacks, as a count says it. */
export const aspectText: Readonly<Record<Aspect, { readonly has: string; readonly lacks: string }>> = {
  received: { has: 'Đã tiếp nhận', lacks: 'Chưa tiếp nhận' },
  carriedOn: { has: 'Đã phát động tiếp', lacks: 'Chưa phát động tiếp' },
  planned: { has: 'Có kế hoạch', lacks: 'Chưa có kế hoạch' },
  pledged: { has: 'Có đăng ký chỉ tiêu', lacks: 'Chưa đăng ký chỉ tiêu' },
  kept: { has: 'Đủ kế hoạch và đăng ký', lacks: 'Còn thiếu kế hoạch hoặc đăng ký' },
  initiative: { has: 'Có sáng kiến, mô hình được công nhận', lacks: 'Chưa có sáng kiến, mô hình được công nhận' },
};

export const leadAspectText: Readonly<Record<LeadAspect, { readonly has: string; readonly lacks: string }>> = {
  whole: { has: 'Đủ kế hoạch và kiểm tra', lacks: 'Còn thiếu kế hoạch hoặc kiểm tra' },
  full_plan: { has: 'Kế hoạch đủ nội dung', lacks: 'Kế hoạch chưa có hoặc chưa đủ nội dung' },
  checked: { has: 'Có kiểm tra trong năm', lacks: 'Chưa kiểm tra trong năm' },
};

export const leadPartText: Readonly<Record<LeadPart, string>> = {
  plan: 'kế hoạch được phê duyệt',
  indicators: 'chỉ tiêu đăng ký',
  progress: 'mốc tiến độ',
  check: 'kiểm tra trong năm',
};

export const reviewStateText: Readonly<Record<ReviewState, string>> = {
  held: 'Đã tổ chức',
  late: 'Đã quá kỳ',
  due: 'Đến kỳ',
  to_come: 'Chưa đến kỳ',
};

const number = (count: number) => formatVietnamese(count);
const share = (part: number, whole: number) => (whole === 0 ? '–' : `${formatVietnamese((part * 100) / whole, 1)}%`);

export const coverageText = {
  title: (kept: number, units: number, year: number) =>
    `Năm ${year}: ${number(kept)} trên ${number(units)} đơn vị đã có kế hoạch và đăng ký chỉ tiêu`,
  lead: 'Tính từ kế hoạch đã phê duyệt, đăng ký đã tiếp nhận và việc đã ghi nhận; không ai phải báo cáo riêng. Bấm vào một số để xem các đơn vị.',
  publicLead:
    'Số chung toàn tỉnh, tính từ kế hoạch đã phê duyệt và đăng ký đã tiếp nhận. Số của từng đơn vị dành cho người đã đăng nhập.',
  by: 'Xem theo',
  commitmentTitle: {
    'PT-1.2': 'PT-1.2: kế hoạch và đăng ký chỉ tiêu',
    'PT-1.4': 'PT-1.4: mô hình, sáng kiến, giải pháp, công trình, phần việc',
    'PT-1.5': 'PT-1.5: đánh giá hằng năm, sơ kết, tổng kết',
  },
  group: 'Nhóm',
  units: 'Đơn vị',
  rate: (aspect: Aspect) => `Tỷ lệ ${aspectText[aspect].has.toLocaleLowerCase('vi')}`,
  of: (part: number, whole: number) => `${number(part)}/${number(whole)}`,
  share,
  groupCaption: (by: string) => `Theo ${by.toLocaleLowerCase('vi')}`,
  groupName: (by: GroupedBy, key: string | null) => {
    if (key === null || key === '') return noGroup[by];
    return by === 'kind' ? unitKindNames[key as UnitKind] : key;
  },
  open: (count: number, what: string, group: string) => `Xem ${number(count)} đơn vị: ${what}, ${group}`,
  listed: (what: string, group: string | null, count: number) =>
    `${what}${group === null ? '' : `: ${group}`} (${number(count)} đơn vị)`,
  everyGroup: 'toàn tỉnh',
  chosen: (name: string) => `Chọn ${name}`,
  remindChosen: 'Đôn đốc các đơn vị đã chọn',
  remindAll: (count: number) => `Đôn đốc cả ${number(count)} đơn vị`,
  remindFromList: 'Mở danh sách việc cần đôn đốc',
  remindLeads: 'Đôn đốc cơ quan chủ trì còn thiếu kế hoạch',
  listEmpty: 'Không có đơn vị nào như vậy.',
  close: 'Đóng danh sách',
  unit: 'Đơn vị',
  receipt: 'Tiếp nhận',
  receivedAs: (name: string) => `kế thừa tiếp nhận của ${name}`,
  joined: (on: string) => `vào phạm vi ngày ${on}`,
  carriedOn: 'Phát động tiếp',
  plan: 'Kế hoạch',
  pledges: 'Đăng ký đã tiếp nhận',
  initiatives: 'Sáng kiến, mô hình',
  has: 'Đã phê duyệt',
  seeMovement: 'Xem phong trào của đơn vị',
  none: 'Chưa có',
  result: 'Kết quả PT-1.2',
  enough: 'Đủ',
  lacking: 'Còn thiếu',
  growthTitle: (year: number) => `Diễn biến năm ${year} đến cuối từng tháng`,
  growthHeads: { planned: 'Có kế hoạch', pledged: 'Có đăng ký', kept: 'Đủ cả hai' },
  growthRate: 'Tỷ lệ đủ',
  growthNote: 'Tính trên các đơn vị đang trong phạm vi; năm đang chạy tính đến ngày xem.',
  month: 'Tháng',
  monthOf: (month: number) => `Tháng ${month}`,
  leadsTitle: (whole: number, all: number) =>
    `PT-1.3: ${number(whole)} trên ${number(all)} lượt chủ trì đề án đã đủ kế hoạch và kiểm tra`,
  leadsCaption: 'Cơ quan chủ trì theo đề án',
  leadsListed: (what: string, count: number) => `${what} (${number(count)} lượt chủ trì)`,
  openLeads: (count: number, what: string) => `Xem ${number(count)} lượt chủ trì đề án: ${what}`,
  leadsEmpty: 'Không có lượt chủ trì nào như vậy.',
  leadsRule:
    'Đủ khi có kế hoạch được phê duyệt với mục tiêu, nhiệm vụ kèm sản phẩm, mốc tiến độ, có chỉ tiêu đăng ký theo đề án và đã tổ chức ít nhất một cuộc kiểm tra hoặc tự kiểm tra có biên bản trong năm. Cách tính mặc định của phần mềm, chờ tỉnh xác nhận.',
  initiativeRule:
    'Tính mô hình, sáng kiến, giải pháp, công trình, phần việc của năm đã được công nhận ở đơn vị hoặc cấp tỉnh; đang xét thì chưa tính. Cách tính mặc định của phần mềm, chờ tỉnh xác nhận.',
  scheme: 'Đề án',
  leadUnit: 'Cơ quan chủ trì',
  tasks: 'Nhiệm vụ',
  milestones: 'Mốc',
  checks: 'Kiểm tra',
  missing: 'Còn thiếu',
  secret:
    'Đề án thực hiện chế độ bảo vệ bí mật nhà nước không tính ở đây: xử lý theo quy định về bảo vệ bí mật nhà nước.',
  reviewsCaption: 'Các lần đánh giá phong trào của chỉ thị',
  review: 'Việc',
  reviewYear: 'Của năm',
  state: 'Tình trạng',
  heldOn: (on: string, paper: string | null) => (paper === null ? on : `${on}, ${paper}`),
  toMovement: 'Mở phong trào',
  reviewRule: 'Đánh giá của một năm được tổ chức trong năm đó hoặc năm sau; sơ kết, tổng kết trong năm chỉ thị nêu.',
  schemeGroups: 'Theo đề án: cơ quan chủ trì, phối hợp được chỉ thị nêu tên; một đơn vị có thể ở nhiều đề án.',
  today:
    'Khi xem theo ngày cũ: kế hoạch, đăng ký, tiếp nhận, phạm vi theo ngày đã chọn; kiểm tra theo ngày tổ chức; khối, cụm và sáng kiến theo hiện nay.',
  exportName: 'thuc-hien-cam-ket',
  exportTitle: (year: number) => `Thực hiện cam kết của phong trào, năm ${year}`,
  exportOn: (day: PlainDate) => `Như đã biết đến hết ngày ${dateText(day)}`,
  headings: {
    code: 'Mã đơn vị',
    name: 'Đơn vị',
    kind: 'Loại đơn vị',
    block: 'Khối, cụm thi đua',
    territory: 'Địa bàn trước sắp xếp',
    received: 'Tiếp nhận phong trào',
    carriedOn: 'Phát động tiếp',
    planned: 'Kế hoạch từ ngày',
    pledges: 'Số đăng ký đã tiếp nhận',
    pledged: 'Đăng ký từ ngày',
    kept: 'Đủ kế hoạch và đăng ký',
    initiatives: 'Số sáng kiến, mô hình',
  },
  leadsExportName: 'chu-tri-de-an',
  leadsExportTitle: (year: number) => `Kế hoạch và kiểm tra của cơ quan chủ trì đề án (PT-1.3), năm ${year}`,
  leadsHeadings: {
    schemeCode: 'Mã đề án',
    schemeName: 'Đề án',
    unitCode: 'Mã cơ quan chủ trì',
    unitName: 'Cơ quan chủ trì',
    plan: 'Có kế hoạch đã phê duyệt',
    tasks: 'Số nhiệm vụ',
    milestones: 'Số mốc',
    pledges: 'Số đăng ký đã tiếp nhận',
    checks: 'Số cuộc kiểm tra',
    missing: 'Còn thiếu',
  },
  yes: 'Có',
  no: 'Chưa',
  unitTitle: (year: number) => `Thực hiện cam kết của phong trào năm ${year}`,
  unitReceipt: 'Tiếp nhận phong trào của chỉ thị',
  unitPlan: 'Kế hoạch thực hiện phong trào',
  unitPledges: 'Đăng ký chỉ tiêu đã tiếp nhận',
  unitInitiatives: 'Sáng kiến, mô hình được công nhận',
  unitLead: (code: string) => `Chủ trì đề án ${code}`,
  leadWhole: 'đủ kế hoạch và kiểm tra.',
  leadLacks: (missing: string) => `còn thiếu ${missing}.`,
  seePlan: 'Xem kế hoạch',
  toCoverage: 'Xem toàn tỉnh',
  schemeTitle: 'Kế hoạch và kiểm tra của cơ quan chủ trì',
  movementUnits: (units: number) => `Đơn vị thực hiện: ${number(units)} đơn vị trong phạm vi`,
  movementDay: (day: PlainDate) =>
    `Phạm vi, tiếp nhận, phát động tiếp, kế hoạch, đăng ký, kết quả đánh giá và tình trạng như đã biết đến hết ngày ${dateText(day)}. Nội dung phong trào không đổi từ khi phát động; văn bản đính kèm xem theo hiện nay.`,
  notYet: (day: PlainDate) =>
    `Đến hết ngày ${dateText(day)} phong trào chưa được phát động. Trang này cho xem theo hiện nay.`,
  pledgesOfYear: (year: number) => `Đăng ký chỉ tiêu năm ${year}`,
  ranking: 'Tiêu chí, chấm điểm và xếp hạng của phong trào (hằng năm, sơ kết, tổng kết)',
  signIn: 'Đăng nhập để xem theo từng đơn vị.',
} as const;

export const yearKindText: Readonly<Record<YearKind, string>> = {
  receipt: 'Tiếp nhận phong trào của chỉ thị',
  plans: 'Kế hoạch của các đơn vị',
  pledges: 'Đăng ký chỉ tiêu của các đơn vị',
  lead_plans: 'Kế hoạch đề án của cơ quan chủ trì',
  lead_checks: 'Kiểm tra của cơ quan chủ trì',
  initiatives: 'Sáng kiến, mô hình của các đơn vị',
  movement: 'Phong trào của tỉnh',
  round: 'Kỳ báo cáo',
  programme: 'Chương trình kiểm tra',
  review: 'Đánh giá phong trào',
};

/** Its own name where it has one; a review by its kind. */
export function yearRowName({ kind, name }: { readonly kind: YearKind; readonly name: string | null }): string {
  if (name === null) return yearKindText[kind];
  return kind === 'review' ? reviewKindText[name as ReviewKind] : name;
}

type YearCounts = Readonly<Record<'late' | 'behind' | 'running' | 'done', number>>;

export const yearText = {
  area: 'Năm phong trào',
  title: (year: number, { late, behind, running, done }: YearCounts) =>
    `Năm ${year}: ${[late > 0 && `${number(late)} việc quá hạn`, behind > 0 && `${number(behind)} việc có nguy cơ chậm`, running > 0 && `${number(running)} việc đang thực hiện`, `${number(done)} việc đã xong`].filter(Boolean).join(', ')}`,
  lead: 'Phát động, kế hoạch, đăng ký, báo cáo, kiểm tra, sáng kiến và đánh giá trên cùng một trục thời gian, trong phạm vi được xem. Bấm vào một dòng để mở trang của việc đó.',
  figure: (year: number) => `Các việc của phong trào năm ${year}`,
  legend: `Vạch đứng là hôm nay; phần đậm là phần đã xong: số đơn vị, lượt chủ trì hoặc cuộc kiểm tra trên tổng số. Việc chỉ thị không định ngày được tính cả năm. “Có nguy cơ chậm” là kém quá ${behindPoints} điểm phần trăm so với thời gian đã qua: mặc định của phần mềm, chờ tỉnh xác nhận.`,
  what: 'Việc',
  kind: 'Loại việc',
  first: 'Từ ngày',
  last: 'Đến hết ngày',
  done: 'Đã xong',
  of: 'Trên tổng số',
} as const;
