/** What people read about the council. Words of ballots that scripts say too are in ballot.text.ts. */
import type { Refusal } from '../../kernel/result.ts';
import { kernelRefusal } from '../../platform/text.ts';
import type { KernelRefusal } from '../../platform/text.ts';
import { dateText, momentText } from '../../ui/moment.ts';
import { documentText } from '../awards/text.ts';
import type { Ground, ItemStage } from './agenda.server.ts';
import type { CastRefusal } from './casting.server.ts';
import type { CountRefusal } from './counting.server.ts';
import type { CouncilRefusal } from './councils.server.ts';
import type { DeedRefusal } from './deeds.server.ts';
import type { DeclareRefusal } from './interest.server.ts';
import type { HandRefusal } from './handing-on.server.ts';
import type { MoveRefusal } from './moving.server.ts';
import type { PaperRefusal } from './papers.server.ts';
import { notReached, quorumLost } from './stops.ts';
import type { PlanRefusal } from './planning.server.ts';
import type { PollRefusal } from './polls.server.ts';
import type { SessionMove, SessionStage } from './procedure.ts';
import type { RuleState } from './rule.ts';
import type { AttendanceState, Post, Standing } from './tally.ts';
import type { CouncilField, FieldProblem } from './typed.ts';
import type { VoteRefusal } from './voting.server.ts';

export const postText: Readonly<Record<Post, string>> = {
  chair: 'Chủ tịch Hội đồng',
  deputy: 'Phó Chủ tịch Hội đồng',
  member: 'Ủy viên',
  secretary: 'Thư ký',
};
export const sessionStageText: Readonly<Record<SessionStage, string>> = {
  planned: 'Đang chuẩn bị',
  called: 'Đã triệu tập',
  open: 'Đang họp',
  suspended: 'Tạm dừng',
  closed: 'Đã bế mạc, chờ chốt biên bản',
  concluded: 'Đã kết thúc',
  cancelled: 'Đã hủy',
};
export const sessionLook = {
  planned: 'draft',
  called: 'submitted',
  open: 'submitted',
  suspended: 'returned',
  closed: 'submitted',
  concluded: 'verified',
  cancelled: 'draft',
} as const satisfies Readonly<Record<SessionStage, string>>;
export const sessionMoveText: Readonly<Record<SessionMove, string>> = {
  change: 'Sửa thông tin phiên',
  list: 'Sửa chương trình',
  call: 'Triệu tập',
  cancel: 'Hủy phiên',
  attend: 'Điểm danh',
  declare: 'Khai có liên quan',
  open: 'Khai mạc',
  suspend: 'Tạm dừng phiên',
  resume: 'Họp tiếp',
  poll: 'Mở biểu quyết',
  vote: 'Biểu quyết',
  write: 'Nhập ý kiến bằng văn bản',
  witness: 'Chứng kiến mở phiếu giấy',
  count: 'Kiểm phiếu',
  annul: 'Hủy lần biểu quyết',
  close: 'Bế mạc',
  conclude: 'Chốt biên bản và kết thúc phiên',
};
export const mannerText = { meeting: 'Họp', written: 'Lấy ý kiến bằng văn bản' } as const;
export const attendanceText: Readonly<Record<AttendanceState, string>> = {
  present: 'Có mặt',
  absent: 'Vắng',
  written: 'Vắng, cho ý kiến bằng văn bản',
  left: 'Đã rời phiên',
};
export const itemStageText: Readonly<Record<ItemStage, string>> = {
  listed: 'Chưa biểu quyết',
  voting: 'Đang biểu quyết',
  counted: 'Đã kiểm phiếu',
  postponed: 'Hoãn',
};
export const groundText: Readonly<Record<Ground, string>> = {
  own: 'là chính người được đề nghị',
  unit: 'thuộc tập thể được đề nghị',
  declared: 'tự khai có liên quan',
};
export const ruleStateText: Readonly<Record<RuleState, string>> = {
  read: 'đã đọc trong văn bản',
  second_hand: 'theo nguồn gián tiếp',
  default: 'mức mặc định, tỉnh chưa xác nhận',
  not_read: 'chưa đọc được văn bản',
  amended: 'đã đọc; luật sửa đổi có hiệu lực sau đó chưa có văn bản để đối chiếu',
};
export const voteMannerText: Readonly<Record<string, string>> = {
  session: 'tại phiên',
  written: 'bằng văn bản điện tử',
  paper: 'bằng văn bản giấy',
};

export const doneText: Readonly<Record<string, string>> = {
  call: 'Đã triệu tập. Các thành viên nhận được thông báo.',
  open: 'Đã khai mạc.',
  suspend: 'Đã tạm dừng phiên. Không ai biểu quyết được đến khi họp tiếp.',
  resume: 'Phiên họp tiếp tục. Phiếu đã bỏ vẫn giữ nguyên.',
  close: 'Đã bế mạc. Kiểm tra diễn biến, sau đó chốt biên bản.',
  cancel: 'Đã hủy phiên.',
  conclude: 'Đã chốt biên bản. Hồ sơ biểu quyết xong đã chuyển cấp có thẩm quyền quyết định.',
  poll: 'Đã mở biểu quyết. Các thành viên nhận được thông báo.',
  count: 'Đã kiểm phiếu, công bố kết quả. Khóa hòm phiếu của mục phiếu kín đã bị hủy.',
  annul: 'Đã hủy lần biểu quyết. Các mục trở lại chờ biểu quyết.',
  remind: 'Đã nhắc các thành viên.',
  declare: 'Đã ghi nhận. Ông/bà không tham gia biểu quyết mục này và không xem kết quả của mục.',
  attend: 'Đã lưu điểm danh.',
  stopped: 'Đã lưu điểm danh. Không còn đủ số thành viên nên phiên tự tạm dừng, mọi biểu quyết dừng lại.',
  voted: 'Đã ghi nhận biểu quyết của ông/bà.',
  voted_some:
    'Đã ghi nhận biểu quyết của ông/bà, trừ mục đã kiểm phiếu trước khi ông/bà gửi: ý kiến gửi sau không được tính.',
  secret: 'Đã bỏ xong phiếu kín.',
  written: 'Đã nhập ý kiến bằng văn bản.',
  receive: 'Đã ghi nhận phong bì. Thành viên nhận được tin và không nhận phiếu điện tử của các mục này nữa.',
  give_back: 'Đã ghi nhận trả lại phong bì chưa mở. Thành viên bỏ phiếu từ tài khoản của mình được.',
  papers: 'Hai lần nhập khớp nhau. Phiếu giấy đã vào hòm, không kèm tên.',
  read: 'Đã nhập lần thứ nhất. Mời một thành viên có mặt nhập lần thứ hai từ tài khoản của mình.',
  list: 'Đã lưu chương trình.',
  change: 'Đã lưu.',
  seat: 'Đã cử thành viên.',
  end: 'Đã kết thúc nhiệm kỳ.',
};

export function stopReasonText(reason: string | null): string {
  if (reason === quorumLost) return 'Không còn đủ số thành viên dự họp';
  if (reason === notReached) return 'Chưa biểu quyết trong phiên';
  return reason ?? '';
}

export const thresholdText = (atLeastPercent: number | null, needed: number, members: number): string =>
  atLeastPercent === null
    ? `Quá nửa tổng số thành viên: từ ${needed}/${members} phiếu đồng ý`
    : `Từ ${atLeastPercent}% tổng số thành viên: từ ${needed}/${members} phiếu đồng ý`;
export const rateText = (hundredths: number): string => `${(hundredths / 100).toFixed(2).replace('.', ',')}%`;

export const standingText = (
  { members, present, written, isQuorate, mayVote }: Standing,
  manner: 'meeting' | 'written',
): string => {
  if (manner === 'written') return `${members} thành viên được hỏi ý kiến bằng văn bản.`;
  const there = `Có mặt ${present}/${members} thành viên${written > 0 ? `, ${written} cho ý kiến bằng văn bản` : ''}.`;
  if (!isQuorate) return `${there} Chưa đủ số thành viên để họp.`;
  return mayVote
    ? `${there} Đủ để họp và biểu quyết khen thưởng.`
    : `${there} Đủ để họp, chưa đủ để biểu quyết khen thưởng.`;
};

export const councilText = {
  title: 'Hội đồng Thi đua - Khen thưởng',
  lead: 'Hội đồng tư vấn cho cấp có thẩm quyền (Luật Thi đua, khen thưởng, Điều 90). Phiên họp, chương trình, biểu quyết và biên bản.',
  sessions: 'Phiên họp',
  sessionsHead: (n: number) => (n === 0 ? 'Chưa có phiên họp nào' : `${n} phiên họp của hội đồng`),
  councils: 'Hội đồng và thành viên',
  council: 'Hội đồng',
  founded: 'Quyết định thành lập, kiện toàn',
  noSessions: 'Các phiên họp của hội đồng mà ông/bà là thành viên, thư ký hoặc được theo dõi.',
  noSessionsWhy: 'Chưa có phiên nào được triệu tập.',
  noCouncils: 'Hội đồng được lập theo quyết định của đơn vị.',
  noCouncilsWhy: 'Chưa có hội đồng nào.',
  newCouncil: 'Lập hội đồng',
  newSession: 'Dự kiến phiên họp',
  editCouncil: 'Thông tin hội đồng',
  member: 'Thành viên',
  members: 'Thành viên',
  membersCount: (n: number) => `${n} thành viên`,
  post: 'Chức danh trong hội đồng',
  chairOf: 'Chức vụ',
  hasVote: 'Biểu quyết',
  yes: 'Có',
  no: 'Không',
  from: 'Từ ngày',
  until: 'Đến ngày',
  account: 'Tài khoản',
  accountOk: 'Biểu quyết được',
  noAccount: 'Chưa có tài khoản',
  noRole: 'Chưa được giao vai thành viên hội đồng',
  endTerm: 'Thôi thành viên',
  addMember: 'Cử thành viên',
  noVote: 'Không có quyền biểu quyết (thư ký giúp việc, không tính vào tổng số thành viên)',
  decision: (number: string, day: string) => `Quyết định số ${number} ngày ${dateText(day)}`,
  ruleTitle: 'Điều kiện họp',
  ruleOf: (num: number, den: number, percent: number) =>
    `Họp khi có mặt ít nhất ${num}/${den} tổng số thành viên; biểu quyết khen thưởng khi có mặt ít nhất ${percent}%, người vắng cho ý kiến bằng văn bản.`,
  ruleDefault:
    'Đây là mức mặc định của phần mềm, lấy theo Quyết định 86/2025/QĐ-UBND của tỉnh Bắc Ninh (Điều 8); đơn vị chưa xác nhận. Nhập quy chế của hội đồng để thay.',
  ruleRead: (source: string) => `Theo ${source}.`,
  session: 'Phiên',
  day: 'Ngày',
  manner: 'Hình thức',
  voteManner: 'Cách biểu quyết',
  stage: 'Tình trạng',
  agenda: 'Chương trình',
  agendaCount: (n: number) => `Chương trình: ${n} mục`,
  item: 'Đối tượng và hình thức đề nghị',
  rule: 'Mức cần đạt',
  result: 'Kết quả',
  secret: 'Phiếu kín',
  byName: 'Công khai',
  papers: 'Hồ sơ',
  number: 'TT',
  ruleFrom: (article: string, source: string, state: string) =>
    `${/^\d/.test(article) ? `Điều ${article}, ` : ''}${source === 'bac-ninh-86-2025' ? '86/2025/QĐ-UBND (Bắc Ninh)' : documentText(source)}: ${state}`,
  gone: 'Hồ sơ đã rời bước hội đồng',
  ownInterest: (ground: string) =>
    `Ông/bà ${ground} nên không tham gia biểu quyết và không xem phiếu, kết quả của mục này.`,
  interests: (names: string) => `Không tham gia vì có liên quan: ${names}`,
  taken: (taken: number, inUrn: number) => `Đã phát ${taken} phiếu, trong hòm ${inUrn}`,
  voted: (n: number) => `${n} người đã biểu quyết`,
  counts: (inFavour: number, against: number, blank: number) =>
    `Đồng ý ${inFavour}, không đồng ý ${against}, không ý kiến ${blank}`,
  passed: 'Đạt',
  failed: 'Chưa đạt mức cần thiết',
  written: (n: number) => `trong đó ${n} bằng văn bản`,
  votesOf: 'Ai biểu quyết thế nào',
  progress: 'Tiến độ biểu quyết',
  progressOf: (done: number, of: number) => `${done}/${of} thành viên đã nhận phiếu hoặc biểu quyết đủ mọi mục`,
  progressCell: (done: number, of: number) => `${done}/${of}`,
  returned: 'phiếu kín đã vào hòm',
  notYet: 'chưa biểu quyết',
  attendance: 'Điểm danh',
  attendanceLead:
    'Mỗi lần lưu được ghi lại với giờ. Khi không còn đủ số thành viên, phiên tự tạm dừng và mọi biểu quyết dừng lại.',
  attendanceReason: 'Lý do (nếu có người vắng, rời phiên)',
  save: 'Lưu',
  state: 'Tình trạng',
  vote: 'Biểu quyết',
  voteLead: 'Mỗi mục một phiếu. Phiếu đã bỏ không thay đổi được. Mục nào thư ký mở thì biểu quyết mục đó.',
  toVote: (n: number) => `Biểu quyết ${n} mục`,
  openSheet: 'Biểu quyết công khai',
  openSheetNote: 'Tên và ý kiến của ông/bà được ghi vào biên bản.',
  secretSheet: 'Phiếu kín',
  secretNote:
    'Trình duyệt của ông/bà tự làm phiếu, máy chủ ký mà không thấy nội dung, sau đó phiếu được bỏ vào hòm không kèm tài khoản. Hệ thống biết ai đã nhận phiếu; cơ sở dữ liệu, bản sao lưu và nhật ký không cho biết ai chọn gì.',
  secretScript:
    'Bỏ phiếu kín cần JavaScript vì phiếu được làm ngay trên máy của ông/bà. Hãy bật JavaScript rồi tải lại trang.',
  castSecret: 'Bỏ phiếu kín',
  spareTitle: 'Phòng khi máy hỏng giữa chừng: mã dự phòng (không bắt buộc)',
  spareNote:
    'Tạo mã và chép ra giấy trước khi bấm Bỏ phiếu kín. Nếu máy mất trước lúc bỏ xong, mở trang này trên máy khác rồi nhập mã để bỏ tiếp đúng các phiếu ấy, không thành hai phiếu. Bỏ xong thì mã hết tác dụng. Không đưa mã cho ai: người có mã và đọc được cơ sở dữ liệu trong lúc biểu quyết sẽ biết phiếu của ông/bà.',
  spareMake: 'Tạo mã dự phòng',
  code: 'Mã dự phòng',
  goOnTitle: 'Bỏ tiếp phiếu đã làm trên máy khác',
  goOnNote: 'Có phiếu của ông/bà làm trên máy khác, chưa báo bỏ xong. Nhập mã dự phòng đã chép để bỏ tiếp.',
  goOn: 'Bỏ tiếp bằng mã dự phòng',
  castOpen: 'Gửi biểu quyết',
  allFor: 'Đồng ý tất cả',
  overview: 'Các mục của phiên',
  waitsForYou: 'Chờ ông/bà biểu quyết',
  ballotTaken: 'Ông/bà đã nhận phiếu',
  openedMeanwhile: 'Thư ký mở từng mục hoặc nhiều mục; mục mới mở hiện ở danh sách này.',
  loadAgain: 'Tải lại trang để biểu quyết các mục vừa mở',
  votedAlready: (choice: string) => `Ông/bà đã biểu quyết: ${choice}`,
  nothingToVote: 'Hiện không có mục nào chờ ông/bà biểu quyết.',
  declare: 'Khai có liên quan',
  declareLead:
    'Người có liên quan đến đối tượng được đề nghị không biểu quyết mục đó, không xem phiếu và kết quả. Khai rồi không rút lại được; việc khai được ghi vào biên bản.',
  declareReason: 'Liên quan thế nào',
  declareItem: 'Mục',
  minutes: 'Biên bản',
  minutesMeeting: 'Biên bản họp',
  minutesCounting: 'Biên bản kiểm phiếu',
  word: 'Word',
  pdf: 'PDF',
  frozen: (digest: string, at: Date) => `Chốt lúc ${momentText(at)}. Mã băm SHA-256 của số liệu biên bản: ${digest}`,
  extract: 'Ông/bà có liên quan đến một số mục nên chỉ xem và tải được bản trích, không có các mục đó.',
  recount: 'Kiểm lại kết quả',
  recountLead:
    'Danh sách phiếu đã kiểm được công bố để ai cũng đếm lại được. Trang này đếm lại ngay trên máy của ông/bà.',
  recountFile: 'Tải danh sách phiếu (JSON)',
  recountHow:
    'Có thể đếm lại không cần phần mềm này: mỗi phiếu là một chữ ký RSA-PSS (SHA-384) kiểm được bằng khóa công khai của mục. Lệnh có sẵn: ./thidua recount tệp.json.',
  issued: 'Phát ra',
  cast: 'Thu về',
  digest: 'Mã băm',
  listLead:
    'Chọn hồ sơ đã được thẩm định và chuyển sang hội đồng. Mọi đối tượng còn đề nghị trong hồ sơ được đưa vào chương trình.',
  listDossiers: 'Hồ sơ chờ hội đồng',
  noDossiers: 'Hồ sơ chuyển sang bước hội đồng sẽ hiện ở đây.',
  noDossiersWhy: 'Hiện không còn hồ sơ nào chờ.',
  backToSession: 'Về phiên họp',
  addToAgenda: 'Đưa vào chương trình',
  nominees: (n: number) => `${n} đối tượng`,
  takeOff: 'Đưa ra',
  postpone: 'Hoãn',
  toSecret: 'Chuyển sang phiếu kín',
  toByName: 'Chuyển sang công khai',
  pollAll: (n: number) => `Mở biểu quyết ${n} mục`,
  pollOne: 'Mở biểu quyết mục này',
  pollSome: 'Chỉ mở một số mục',
  pollChosen: 'Mở các mục đã chọn',
  countAll: (n: number) => (n === 1 ? 'Kiểm phiếu và công bố' : `Kiểm phiếu và công bố ${n} mục`),
  countOne: 'Kiểm phiếu mục này',
  countSome: 'Chỉ kiểm phiếu một số mục, các mục khác tiếp tục biểu quyết',
  countChosen: 'Kiểm phiếu các mục đã chọn',
  chooseItems: 'Chọn mục',
  countReady: 'Mọi người đã biểu quyết.',
  countLate: (names: readonly string[]) =>
    names.length === 0
      ? ''
      : `Chưa biểu quyết đủ: ${names.join(', ')}. Kiểm phiếu bây giờ thì những người này không bỏ phiếu được nữa.`,
  countUnderway: (names: readonly string[]) =>
    names.length === 0
      ? ''
      : `Đã nhận phiếu nhưng máy chưa báo bỏ xong: ${names.join(', ')}. Hỏi lại trước khi kiểm: phiếu chưa vào hòm thì không được đếm.`,
  annulNote:
    'Mọi phiếu của các mục được chọn bị bỏ, không ai mở ra; các mục trở lại chờ biểu quyết. Dùng khi mất khóa hòm phiếu, khi hòm không khớp nhật ký, hoặc khi một thành viên đã nhận phiếu mà mất máy trước lúc bỏ.',
  reason: 'Lý do',
  remind: 'Nhắc các thành viên',
  paperOf: (name: string) => `Ý kiến bằng văn bản của ${name}`,
  paperLead:
    'Dành cho thành viên vắng. Mục công khai: nhập ý kiến theo văn bản có tên. Mục phiếu kín: thành viên tự bỏ phiếu từ tài khoản của mình, hoặc gửi phiếu giấy trong phong bì kín.',
  envelope: 'Phiếu kín bằng giấy',
  envelopeLead:
    'Mỗi mục một phiếu không ghi tên, đặt trong phong bì dán kín; ngoài phong bì ghi tên người gửi. Ghi nhận rồi thì thành viên không nhận phiếu điện tử của mục đó nữa. Không mở phong bì trước khi cùng người chứng kiến nhập phiếu giấy.',
  envelopeFor: 'Phong bì có phiếu của các mục',
  envelopeHas: 'Đã ghi nhận phong bì của các mục',
  envelopeReceive: 'Đã nhận phong bì dán kín',
  envelopeBack: 'Trả lại phong bì chưa mở',
  envelopeDone: 'Phiếu giấy của các mục đang biểu quyết đã vào hòm.',
  nothingOpen: 'Hiện không có mục nào đang biểu quyết mà thành viên này được biểu quyết.',
  papersTitle: 'Nhập phiếu giấy của mục phiếu kín',
  papersLead:
    'Thư ký và một thành viên có mặt cùng mở các phong bì, trộn phiếu rồi mới xem. Mỗi người nhập số phiếu theo từng ý kiến từ tài khoản của mình; hai lần khớp nhau thì phiếu vào hòm, không kèm tên, đếm chung với các phiếu khác.',
  papersFrom: (names: readonly string[]) => `Phiếu giấy: ${names.length} phong bì, của ${names.join(', ')}.`,
  papersIn: (by: string, witness: string) => `Đã vào hòm. Người nhập: ${by}; người chứng kiến: ${witness}.`,
  papersOwn: 'Ông/bà đã gửi phiếu giấy của mục này nên người khác chứng kiến.',
  papersFirstMissing: 'Thư ký chưa nhập lần thứ nhất.',
  papersOne:
    'Chỉ có một phiếu giấy: hai người mở phong bì sẽ biết ý kiến của người gửi. Nếu người gửi không muốn vậy, trả lại phong bì để họ bỏ phiếu từ tài khoản của mình.',
  papersWait: (by: string) => `${by} đã nhập lần thứ nhất, chờ người chứng kiến. Nhập lại sẽ thay lần trước.`,
  papersOf: (choice: string) => `Số phiếu “${choice}”`,
  papersEnter: 'Nhập lần thứ nhất',
  papersWitness: 'Nhập lần thứ hai và đưa vào hòm',
  papersIncluded: 'Trong đó phiếu giấy',
  noPapers: 'Phiếu giấy của thành viên vắng trong mục phiếu kín đang biểu quyết.',
  noPapersWhy: 'Chưa ghi nhận phong bì nào. Thư ký ghi nhận tại cột Nhập ý kiến bằng văn bản của từng thành viên vắng.',
  gavePaper: 'Thư ký đã ghi nhận phong bì phiếu giấy của ông/bà',
  enterPaper: 'Nhập ý kiến bằng văn bản',
  notes: 'Diễn biến, ý kiến thảo luận',
  course: 'Diễn biến phiên',
  stopped:
    'Phiên đang tạm dừng: không ai biểu quyết được. Phiếu đã bỏ vẫn giữ nguyên, phiếu đã nhận bỏ tiếp được khi họp tiếp.',
  cancel: 'Bỏ qua',
  of: (unit: string, manner: string, day: string, time: string, place: string) =>
    [unit, manner, `${time === '' ? '' : `${time} `}ngày ${dateText(day)}`, place].filter(Boolean).join(' · '),
} as const;

export const councilWorkText = {
  vote: (items: number) => `Biểu quyết ${items} mục của hội đồng`,
  voteVerb: 'Biểu quyết',
  called: (day: string, time: string) => `Phiên họp hội đồng ${time === '' ? '' : `${time} `}ngày ${dateText(day)}`,
  list: (n: number) => `Đưa ${n} hồ sơ vào chương trình họp hội đồng`,
  listNote: 'Đã thẩm định, chờ hội đồng',
  look: 'Xem',
} as const;

/** Of one dossier, and wherever somebody decides on what the council advised. */
export const adviceText = {
  title: 'Ý kiến của Hội đồng',
  lead: 'Hội đồng tư vấn, người có thẩm quyền quyết định (Luật Thi đua, khen thưởng, khoản 4 Điều 90). Kết quả có ở đây khi biên bản phiên họp đã chốt.',
  name: 'Đối tượng',
  award: 'Danh hiệu, hình thức',
  advice: 'Kết quả của Hội đồng',
  notYet: 'Chưa có: Hội đồng chưa biểu quyết, hoặc biên bản chưa chốt.',
  none: 'Không qua Hội đồng.',
  near: 'Ông/bà có liên quan đến đối tượng này nên không xem kết quả biểu quyết.',
  closed: 'Hội đồng đã biểu quyết. Kết quả do Hội đồng, cơ quan thẩm định và người có thẩm quyền xem.',
  minutesOf: (day: string) => `Biên bản chốt ngày ${day}`,
  reason: 'Lý do',
  backNote:
    'Hồ sơ trở lại bước thẩm định. Kết quả biểu quyết đã có không dùng nữa; Hội đồng xem xét lại khi hồ sơ được trình lại.',
  sent: 'Đã trình người có thẩm quyền.',
} as const;

export const fieldText: Readonly<Record<CouncilField, string>> = {
  name: 'Tên hội đồng',
  decisionNumber: 'Số quyết định thành lập',
  decidedOn: 'Ngày quyết định',
  quorumNum: 'Họp khi có mặt ít nhất (tử số)',
  quorumDen: 'trên (mẫu số)',
  votingPercent: 'Biểu quyết khen thưởng khi có mặt ít nhất (%)',
  ruleSource: 'Căn cứ của điều kiện họp (quy chế của hội đồng)',
  person: 'Người',
  post: 'Chức danh trong hội đồng',
  title: 'Chức vụ',
  from: 'Từ ngày',
  until: 'Đến ngày',
  sessionTitle: 'Tên phiên',
  manner: 'Hình thức',
  plannedOn: 'Ngày họp',
  plannedTime: 'Giờ',
  place: 'Địa điểm',
  notes: 'Diễn biến, ý kiến thảo luận',
  reason: 'Lý do',
  items: 'Mục',
  paperNumber: 'Số văn bản',
  paperDate: 'Ngày văn bản',
  choice: 'Ý kiến',
};

const problemText: Readonly<Record<FieldProblem, string>> = {
  missing: 'Chưa nhập.',
  too_long: 'Dài quá 500 chữ.',
  bad_date: 'Không phải ngày. Nhập như 05/10/2026.',
  bad_number: 'Phải là số từ 1 đến 100, ví dụ 80.',
  unknown: 'Không có trong danh sách.',
};

export type AnyRefusal =
  | KernelRefusal
  | CouncilRefusal
  | PlanRefusal
  | MoveRefusal
  | PollRefusal
  | CountRefusal
  | VoteRefusal
  | DeclareRefusal
  | CastRefusal
  | DeedRefusal
  | HandRefusal
  | PaperRefusal;
export type ShownProblem = { readonly field: string; readonly label: string; readonly message: string };

/** In the order of the form; what is of no field stands under an empty name. */
export function councilProblems(refusal: Refusal): readonly ShownProblem[] {
  const known = refusal as AnyRefusal;
  if (known.kind === 'form_wrong')
    return known.wrongs.map(({ field, problem }) => ({
      field,
      label: fieldText[field],
      message: problemText[problem],
    }));
  const field = fieldOf[known.kind] ?? '';
  return [{ field, label: field === '' ? '' : fieldText[field], message: refusalText(known) }];
}

/** Of what is refused as a whole, and yet is mended at one field. */
const fieldOf: Readonly<Partial<Record<AnyRefusal['kind'], CouncilField>>> = {
  no_item_chosen: 'items',
  nothing_chosen: 'choice',
};

/** Told above the page, where no field is beside it. */
export const toldAtTop = (problems: readonly ShownProblem[]): string =>
  problems.map(({ label, message }) => (label === '' ? message : `${label}: ${message}`)).join(' ');

/** Where the reason has a field of its own. */
export function handProblems(refusal: Refusal): readonly ShownProblem[] {
  const isReason = refusal.kind === 'needs';
  return councilProblems(refusal).map((one) => (isReason ? { ...one, field: 'reason', label: fieldText.reason } : one));
}

export function refusalText(refusal: Exclude<AnyRefusal, { kind: 'form_wrong' }>): string {
  switch (refusal.kind) {
    case 'sits_already':
      return 'Người này đang là thành viên của hội đồng.';
    case 'chair_sits_already':
      return 'Hội đồng đang có Chủ tịch. Kết thúc nhiệm kỳ của Chủ tịch đương nhiệm trước.';
    case 'no_such_person':
      return 'Không tìm thấy người này.';
    case 'ends_before_it_began':
      return 'Ngày kết thúc phải sau ngày bắt đầu.';
    case 'nothing_to_list':
      return 'Không có đối tượng nào để đưa vào: hồ sơ chưa ở bước hội đồng, hoặc đã có trong một phiên đang chuẩn bị.';
    case 'item_voted_on':
      return 'Mục này đã biểu quyết hoặc đã hoãn nên không đổi được.';
    case 'manner_is_fixed':
      return 'Quy định đã ấn định cách biểu quyết của hình thức này.';
    case 'no_quorum':
      return `Chưa đủ số thành viên để họp: có mặt ${refusal.present}/${refusal.members}.`;
    case 'too_few_present':
      return `Chưa đủ số thành viên có mặt để biểu quyết khen thưởng: ${refusal.present}/${refusal.members}${refusal.written > 0 ? `, ${refusal.written} người cho ý kiến bằng văn bản` : ''}.`;
    case 'agenda_empty':
      return 'Chương trình chưa có mục nào. Đưa hồ sơ vào chương trình trước.';
    case 'nobody_sits':
      return 'Hội đồng chưa có thành viên nào vào ngày họp.';
    case 'polls_open':
      return 'Còn mục đang biểu quyết. Kiểm phiếu hoặc hủy lần biểu quyết trước.';
    case 'not_seated':
      return 'Người này không phải thành viên có quyền biểu quyết trong phiên.';
    case 'nothing_to_vote_on':
      return 'Không có mục nào chờ biểu quyết.';
    case 'items_changed':
      return 'Một số mục đã chọn vừa được mở, kiểm phiếu hoặc đưa ra khỏi chương trình. Tải lại trang rồi chọn lại.';
    case 'no_item_chosen':
      return 'Chưa chọn mục nào.';
    case 'no_poll_open':
      return 'Không có mục nào đang biểu quyết.';
    case 'urn_lost':
      return 'Không còn khóa của hòm phiếu trên máy chủ nên không mở được hòm. Hủy lần biểu quyết này với lý do rồi biểu quyết lại.';
    case 'urn_does_not_match':
      return 'Số phong bì trong hòm không khớp với nhật ký: có phiếu bị thêm, bớt hoặc sửa ngoài phần mềm. Không kiểm phiếu; hủy lần biểu quyết này và báo người quản trị.';
    case 'has_voted':
      return 'Ông/bà đã nhận phiếu hoặc biểu quyết mục này nên không khai được nữa. Báo thư ký để ghi vào biên bản.';
    case 'not_taking_part':
      return 'Ông/bà chưa được điểm danh có mặt hoặc cho ý kiến bằng văn bản. Báo thư ký.';
    case 'has_interest':
      return 'Ông/bà có liên quan đến đối tượng của mục này nên không biểu quyết.';
    case 'already_voted':
      return 'Mục này đã có biểu quyết của thành viên. Mỗi người một phiếu mỗi mục, phiếu đã bỏ không thay đổi được.';
    case 'ballot_taken':
      return 'Ông/bà đã nhận phiếu của mục này trên một máy khác. Mỗi người chỉ nhận một phiếu; hãy mở lại máy đã nhận phiếu, hoặc bỏ tiếp bằng mã dự phòng đã chép. Mất máy mà không có mã thì báo thư ký trước khi kiểm phiếu: mục này có thể hủy lần biểu quyết và biểu quyết lại.';
    case 'gave_paper':
      return 'Thư ký đã ghi nhận phong bì phiếu giấy của ông/bà cho mục này. Muốn bỏ phiếu tại đây, đề nghị thư ký trả lại phong bì trước.';
    case 'papers_waiting':
      return 'Còn phiếu giấy chưa vào hòm. Cùng người chứng kiến nhập phiếu giấy, hoặc trả lại phong bì chưa mở, rồi mới kiểm phiếu.';
    case 'papers_do_not_add_up':
      return `Có ${refusal.papers} phong bì nhưng tổng số phiếu nhập ${Number.isNaN(refusal.entered) ? 'không phải là số' : `là ${refusal.entered}`}. Tổng ba ô phải bằng số phong bì; phiếu trắng ghi vào “Không có ý kiến”.`;
    case 'ballot_taken_already':
      return 'Thành viên này đã nhận phiếu điện tử của một trong các mục đã chọn nên không nhận phong bì. Mỗi người một phiếu.';
    case 'papers_are_in':
      return 'Phiếu giấy của mục này đã mở và vào hòm, không nhận thêm và không trả lại được.';
    case 'no_papers':
      return 'Không có phong bì nào chờ, hoặc thư ký chưa nhập lần thứ nhất.';
    case 'papers_differ':
      return 'Hai lần nhập không khớp nhau nên chưa phiếu nào vào hòm. Cùng xem lại phiếu; thư ký nhập lại lần thứ nhất nếu đã nhập sai.';
    case 'witness_is_other':
      return 'Người chứng kiến phải là thành viên khác: không phải người nhập lần thứ nhất, không phải người gửi phiếu giấy của mục này.';
    case 'voting_closed':
      return 'Biểu quyết đã dừng hoặc đã kiểm phiếu, phiếu này không được tính.';
    case 'voting_stopped':
      return 'Phiên đang tạm dừng nên chưa bỏ phiếu được. Phiếu được giữ trên máy này; mở lại trang khi họp tiếp.';
    case 'nothing_chosen':
      return 'Chưa chọn ý kiến cho mục nào.';
    case 'not_this_way':
      return 'Mục này biểu quyết theo cách khác (phiếu kín hoặc công khai). Tải lại trang.';
    case 'bad_ballot':
      return 'Phiếu không hợp lệ: chữ ký không đúng với mục này.';
    case 'is_present':
      return 'Thành viên này đang có mặt nên tự biểu quyết.';
    case 'not_voted_on':
      return `Hội đồng chưa biểu quyết hoặc biên bản chưa chốt: ${refusal.names.join(', ')}.`;
    case 'on_agenda':
      return 'Hồ sơ đang nằm trong chương trình của một phiên chưa kết thúc. Đưa hồ sơ ra khỏi chương trình, hoặc chờ phiên kết thúc.';
    case 'sent_with_account':
      return 'Phiếu kín phải gửi không kèm tài khoản. Tải lại trang rồi bỏ lại.';
    case 'serial_used':
      return 'Số phiếu này đã có trong hòm với ý kiến khác.';
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
