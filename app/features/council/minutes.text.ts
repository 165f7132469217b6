/**
 * The minutes of a session and its counting record as papers (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9: minutes, two signatures). No statutory form
 * of them was found (study, 2.5), so the wording is the product's. The rate over all members is written (Nghị định 152/2025, Điều 33.5).
 */
import type { Block, Paper, Row } from '../../platform/print/paper.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import { dateText, momentText } from '../../ui/moment.ts';
import { choiceText } from './ballot.text.ts';
import type { MinutesContent, MinutesItem, MinutesSeat, MinutesVote } from './minutes.ts';
import { neededOf, rateOf } from './tally.ts';
import {
  attendanceText,
  councilText,
  groundText,
  mannerText,
  postText,
  rateText,
  ruleStateText,
  sessionStageText,
  stopReasonText,
  voteMannerText,
} from './text.ts';

export type MinutesKind = 'meeting' | 'counting';
type Printed = { readonly content: MinutesContent; readonly digest: string; readonly isExtract: boolean };

export function sessionPaper(kind: MinutesKind, { content, digest, isExtract }: Printed): Paper {
  const { issuer, council, seats } = content;
  const chair =
    seats.find(({ post, state }) => post === 'chair' && state !== 'absent') ??
    seats.find(({ post }) => post === 'deputy');
  const name = kind === 'meeting' ? 'Biên bản' : 'Biên bản kiểm phiếu';
  return {
    family: issuer.family,
    issuer: { parent: issuer.name, name: council.name },
    symbol: symbolOf(issuer.family, 'BB', 'HĐTĐKT'),
    kind: { name: isExtract ? `Trích ${name.toLocaleLowerCase('vi')}` : name },
    about: content.title,
    addressees: [],
    grounds: [],
    body: [...(kind === 'meeting' ? meeting(content) : counting(content)), seal(digest, isExtract)],
    signature: { authority: [], office: 'Chủ trì', ...(chair && { name: chair.name }) },
    cosigner: { authority: [], office: 'Thư ký', name: content.secretary },
    recipients: ['Thành viên Hội đồng'],
    archive: 'VT, TĐKT',
  };
}

const seal = (digest: string, isExtract: boolean): Block => ({
  kind: 'note',
  text: `Số liệu chốt khi kết thúc phiên; mã băm SHA-256 của toàn bộ số liệu biên bản: ${digest}.${isExtract ? ' Bản trích: không có các mục mà người nhận có liên quan.' : ''}`,
});

function meeting(content: MinutesContent): readonly Block[] {
  return [
    ...opening(content),
    { kind: 'heading', level: 1, text: 'Thành phần' },
    ...attendance(content),
    { kind: 'heading', level: 1, text: 'Nội dung' },
    { kind: 'paragraph', text: `Hội đồng xét ${content.items.length} đối tượng theo danh sách dưới đây.` },
    ...(content.notes === '' ? [] : [{ kind: 'paragraph', lead: 'Ý kiến thảo luận:', text: content.notes } as const]),
    ...(content.publicOpinion === null
      ? []
      : [{ kind: 'paragraph', lead: 'Ý kiến Nhân dân:', text: content.publicOpinion } as const]),
    ...interests(content.items),
    ...course(content),
    { kind: 'heading', level: 1, text: 'Kết quả biểu quyết' },
    results(content.items),
    ...notes(content),
    {
      kind: 'paragraph',
      text: `Phiên kết thúc vào ${momentInWords(content.closedAt)}. Biên bản được lập để trình cấp có thẩm quyền xem xét, quyết định.`,
    },
  ];
}

/** As the form of minutes says it (Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.9); a zero before January and February only (Phụ lục I, Mục II.4.b). */
export function momentInWords(instant: Date | string): string {
  const [hour, minute, day, month = '', year] = momentText(instant).split(/[: /]/);
  return `${hour} giờ ${minute}, ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}

function opening({ openedAt, place, council, manner, closedAt }: MinutesContent): readonly Block[] {
  return [
    { kind: 'paragraph', lead: 'Thời gian:', text: `từ ${momentInWords(openedAt)} đến ${momentInWords(closedAt)}.` },
    ...(place === '' ? [] : [{ kind: 'paragraph', lead: 'Địa điểm:', text: `${place}.` } as const]),
    { kind: 'paragraph', lead: 'Hình thức:', text: `${mannerText[manner]}.` },
    {
      kind: 'paragraph',
      lead: 'Hội đồng:',
      text: `${council.name}, thành lập theo Quyết định số ${council.decisionNumber} ngày ${dateText(council.decidedOn)}.`,
    },
  ];
}

function attendance(content: MinutesContent): readonly Block[] {
  const { seats, manner } = content;
  return [
    {
      kind: 'list',
      marks: 'numbers',
      items: seats.map(
        (seat) =>
          `${seat.name}${seat.title === '' ? '' : `, ${seat.title}`}, ${postText[seat.post]}: ${stateOf(seat, manner)}`,
      ),
    },
    ...quorum(content),
  ];
}

function quorum({ seats, rule, manner }: MinutesContent): readonly Block[] {
  const voting = seats.filter(({ hasVote }) => hasVote);
  if (manner === 'written')
    return [{ kind: 'paragraph', text: `Hỏi ý kiến bằng văn bản ${voting.length} thành viên có quyền biểu quyết.` }];
  const present = voting.filter(({ state }) => state === 'present').length;
  const source = rule.state === 'default' ? 'mức mặc định, đơn vị chưa xác nhận' : `theo ${rule.source ?? ''}`;
  return [
    {
      kind: 'paragraph',
      text: `Có mặt ${present}/${voting.length} thành viên có quyền biểu quyết. Điều kiện họp: ít nhất ${rule.quorumNum}/${rule.quorumDen} tổng số thành viên; biểu quyết khen thưởng: ít nhất ${rule.votingPercent}% (${source}).`,
    },
  ];
}

function stateOf({ state, reason }: MinutesSeat, manner: 'meeting' | 'written'): string {
  if (manner === 'written') return 'được hỏi ý kiến bằng văn bản';
  const said = attendanceText[state ?? 'absent'].toLocaleLowerCase('vi');
  return reason === null ? said : `${said} (${reason})`;
}

function interests(items: readonly MinutesItem[]): readonly Block[] {
  const lines = items.flatMap((item) =>
    item.interests.map(
      ({ name, ground }) => `${name}: mục ${item.position} (${item.holderName}), ${groundText[ground]}`,
    ),
  );
  if (lines.length === 0)
    return [{ kind: 'paragraph', text: 'Không thành viên nào có liên quan đến đối tượng được xét.' }];
  return [
    { kind: 'paragraph', text: 'Thành viên có liên quan không tham gia biểu quyết:' },
    { kind: 'list', marks: 'dashes', items: lines },
  ];
}

/** Only when it did not simply run: a stop, and its going on. */
function course({ course: all }: MinutesContent): readonly Block[] {
  if (!all.some(({ stage }) => stage === 'suspended')) return [];
  const lines = all
    .filter(({ stage }) => stage === 'open' || stage === 'suspended' || stage === 'closed')
    .map(
      ({ at, stage, reason }) =>
        `${momentText(at)}: ${sessionStageText[stage].toLocaleLowerCase('vi')}${reason === null ? '' : `, ${stopReasonText(reason).toLocaleLowerCase('vi')}`}`,
    );
  return [
    { kind: 'paragraph', text: 'Diễn biến phiên:' },
    { kind: 'list', marks: 'dashes', items: lines },
  ];
}

const columns = [
  { heading: 'TT', share: 6, align: 'center' },
  { heading: 'Đối tượng, hình thức đề nghị', share: 34, align: 'left' },
  { heading: 'Đồng ý', share: 11, align: 'center' },
  { heading: 'Không đồng ý', share: 11, align: 'center' },
  { heading: 'Không ý kiến', share: 11, align: 'center' },
  { heading: 'Tỷ lệ trên tổng số thành viên', share: 15, align: 'center' },
  { heading: 'Kết quả', share: 12, align: 'center' },
] as const;

function results(items: readonly MinutesItem[]): Block {
  return { kind: 'table', columns: [...columns], rows: items.map(resultRow) };
}

function resultRow(item: MinutesItem): Row {
  const what = `${item.holderName} (${item.dossierUnit}): ${item.awardName}`;
  const { vote, position } = item;
  if (!vote) return [String(position), what, '', '', '', '', `Hoãn: ${stopReasonText(item.postponedReason)}`];
  const rate = rateText(rateOf(vote.for, vote.members));
  const sums = [vote.for, vote.against, vote.blank].map(String);
  return [String(position), what, ...sums, `${vote.for}/${vote.members} (${rate})`, vote.passed ? 'Đạt' : 'Chưa đạt'];
}

/** What each threshold rests on, once; and votes by name. */
function notes({ items }: MinutesContent): readonly Block[] {
  const voted = items.flatMap((item) => (item.vote ? [{ item, vote: item.vote }] : []));
  const rules = [...new Set(voted.map(({ item, vote }) => ruleLine(item, vote)))];
  const named = voted.filter(({ vote }) => !vote.isSecret);
  const votes = named.map(
    ({ item, vote }) =>
      `Mục ${item.position}: ${vote.votes.map(({ name, choice, manner }) => `${name} ${choiceText[choice].toLocaleLowerCase('vi')}${manner === 'session' ? '' : ` (${voteMannerText[manner] ?? ''})`}`).join('; ')}`,
  );
  return [
    ...(rules.length === 0
      ? []
      : [
          { kind: 'paragraph', text: 'Mức cần đạt, tính trên tổng số thành viên Hội đồng:' } as const,
          { kind: 'list', marks: 'dashes', items: rules } as const,
        ]),
    ...(votes.length === 0
      ? []
      : [
          { kind: 'paragraph', text: 'Biểu quyết công khai:' } as const,
          { kind: 'list', marks: 'dashes', items: votes } as const,
        ]),
  ];
}

function ruleLine(item: MinutesItem, { members, isSecret }: MinutesVote): string {
  const { awardName, atLeastPercent, ruleArticle, ruleSource, ruleState } = item;
  const share = atLeastPercent === null ? 'quá nửa' : `từ ${atLeastPercent}%`;
  const needed = neededOf({ atLeastPercent }, members);
  const state = ruleStateText[ruleState as keyof typeof ruleStateText] ?? ruleState;
  return `${awardName}: ${share}, tức từ ${needed}/${members} phiếu đồng ý; ${isSecret ? 'bỏ phiếu kín' : 'biểu quyết công khai'} (${councilText.ruleFrom(ruleArticle, ruleSource, state)})`;
}

function counting(content: MinutesContent): readonly Block[] {
  const voted = content.items.filter(({ vote }) => vote !== null);
  return [
    ...opening(content),
    ...quorum(content),
    ...course(content),
    { kind: 'heading', level: 1, text: 'Phiếu phát ra, thu về' },
    {
      kind: 'table',
      columns: [...slipColumns],
      rows: voted.flatMap((item) => (item.vote ? [slipRow(item, item.vote)] : [])),
    },
    ...papers(voted),
    ...annulled(voted),
    ...interests(content.items),
    { kind: 'heading', level: 1, text: 'Kết quả kiểm phiếu' },
    results(voted),
    ...notes(content),
    { kind: 'heading', level: 1, text: 'Đối chiếu danh sách phiếu' },
    {
      kind: 'paragraph',
      text: 'Danh sách phiếu của mỗi mục được công bố cùng khóa công khai để ai cũng đếm lại được. Mã băm SHA-256 của danh sách:',
    },
    {
      kind: 'list',
      marks: 'dashes',
      items: voted.map(({ position, vote }) => `Mục ${position}: ${vote?.digest ?? ''}`),
    },
  ];
}

const slipColumns = [
  { heading: 'Mục', share: 8, align: 'center' },
  { heading: 'Đối tượng', share: 32, align: 'left' },
  { heading: 'Cách biểu quyết', share: 18, align: 'center' },
  { heading: 'Phát ra', share: 12, align: 'center' },
  { heading: 'Thu về', share: 12, align: 'center' },
  { heading: 'Bằng văn bản', share: 18, align: 'center' },
] as const;

function slipRow(item: MinutesItem, vote: MinutesVote): Row {
  const cast = vote.for + vote.against + vote.blank;
  return [
    String(item.position),
    item.holderName,
    vote.isSecret ? 'Phiếu kín' : 'Công khai',
    String(vote.issued),
    String(cast),
    String(vote.written),
  ];
}

/** Papers of the absent in a secret vote: how many and whose envelopes, read by whom; what they say is among the ballots. */
function papers(items: readonly MinutesItem[]): readonly Block[] {
  const lines = items.flatMap(({ position, vote }) =>
    vote?.papers
      ? [
          `Mục ${position}: ${vote.papers.from.length} phiếu giấy của ${vote.papers.from.join(', ')}; ${vote.papers.enteredBy} và ${vote.papers.witnessedBy} cùng mở phong bì, mỗi người nhập một lần, hai lần khớp nhau`,
        ]
      : [],
  );
  return lines.length === 0
    ? []
    : [
        {
          kind: 'paragraph',
          text: 'Phiếu giấy của thành viên vắng trong bỏ phiếu kín, đưa vào hòm không ghi tên, đếm chung với các phiếu khác:',
        },
        { kind: 'list', marks: 'dashes', items: lines },
      ];
}

function annulled(items: readonly MinutesItem[]): readonly Block[] {
  const lines = items.flatMap(({ position, vote }) =>
    (vote?.annulled ?? []).map((reason, at) => `Mục ${position}, lần ${at + 1}: ${reason}`),
  );
  return lines.length === 0
    ? []
    : [
        { kind: 'paragraph', text: 'Lần biểu quyết đã hủy:' },
        { kind: 'list', marks: 'dashes', items: lines },
      ];
}
