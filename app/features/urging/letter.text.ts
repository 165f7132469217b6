/** The words of an urging letter: made from data when it is drafted, and the paper that is printed of it. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import { kernelRefusal } from '../../platform/text.ts';
import type { Block, Family, Paper, Row } from '../../platform/print/paper.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import { dateText } from '../../ui/moment.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import { secretText } from '../pledges/text.ts';
import type {
  Authority,
  LetterContent,
  LetterDuty,
  LetterField,
  LetterMove,
  LetterProblem,
  LetterStage,
  WrongField,
} from './letter.ts';
import { linesOf } from './letter.ts';
import type { LetterRefusal } from './letters.server.ts';
import { dutyText } from './text.ts';

const n = (count: number) => formatVietnamese(count);

type Draft = { readonly issuer: Issuer; readonly today: PlainDate; readonly duties: readonly LetterDuty[] };

/** For one unit the duties stand in the letter; for several they stand in its annex. */
export function draftContent({ issuer, today, duties }: Draft, addressee: string | null): LetterContent {
  const units = new Set(duties.map(({ unitId }) => unitId)).size;
  const isOne = addressee !== null;
  const who = isOne ? addressee : 'các cơ quan, đơn vị, địa phương có tên tại Phụ lục';
  return {
    about: 'đôn đốc thực hiện các nhiệm vụ quá hạn của phong trào thi đua',
    issuerParent: issuer.parent,
    issuer: issuer.name,
    symbol: symbolOf(issuer.family, issuer.family === 'party' ? 'CV' : '', issuer.short),
    place: issuer.place,
    addressees: isOne ? addressee : 'Các cơ quan, đơn vị, địa phương có tên tại Phụ lục',
    opening: isOne
      ? `Qua theo dõi việc thực hiện phong trào thi đua, tính đến ngày ${dateText(today)}, ${who} còn ${n(duties.length)} nhiệm vụ quá hạn chưa thực hiện, gồm:`
      : `Qua theo dõi việc thực hiện phong trào thi đua, tính đến ngày ${dateText(today)}, còn ${n(duties.length)} nhiệm vụ của ${n(units)} cơ quan, đơn vị, địa phương quá hạn chưa thực hiện (danh sách tại Phụ lục kèm theo).`,
    closing: `Đề nghị ${who} khẩn trương thực hiện các nhiệm vụ nêu trên, cập nhật kết quả trên hệ thống; trường hợp có khó khăn, vướng mắc, kịp thời phản ánh để được phối hợp giải quyết.`,
    recipients: 'Như trên',
    archive: 'VT',
    authority: issuer.onBehalfOf === '' ? '' : 'TM',
    authorityOf: issuer.onBehalfOf,
    office: issuer.office,
    signer: '',
  };
}

export const authorityText: Readonly<Record<Authority, string>> = {
  '': 'Người đứng đầu ký',
  TM: 'TM. (thay mặt)',
  KT: 'KT. (ký thay)',
  TL: 'TL. (thừa lệnh)',
  TUQ: 'TUQ. (thừa ủy quyền)',
  Q: 'Q. (quyền)',
};

type Printed = {
  readonly family: Family;
  readonly content: LetterContent;
  readonly duties: readonly LetterDuty[];
  readonly number: string | null;
  readonly signedOn: PlainDate | null;
  /** The day on which it is printed: leaves room for the day while it is not signed. */
  readonly today: PlainDate;
};

export function letterPaper({ family, content, duties, number, signedOn, today }: Printed): Paper {
  const isOne = new Set(duties.map(({ unitId }) => unitId)).size === 1;
  const paragraphs = (text: string): readonly Block[] =>
    linesOf(text).map((line) => ({ kind: 'paragraph', text: line }));
  return {
    family,
    issuer: { name: asked(content, 'issuer'), ...(content.issuerParent !== '' && { parent: content.issuerParent }) },
    ...(number !== null && { number }),
    symbol: asked(content, 'symbol'),
    dated: { place: asked(content, 'place'), day: signedOn ?? today.slice(0, 7) },
    kind: 'letter',
    about: content.about,
    addressees: linesOf(content.addressees),
    grounds: [],
    body: [...paragraphs(content.opening), ...(isOne ? [dutyItems(duties)] : []), ...paragraphs(content.closing)],
    signature: signatureOf(content),
    recipients: linesOf(content.recipients),
    archive: content.archive,
    annexes: isOne ? [] : [{ name: 'Nhiệm vụ quá hạn chưa thực hiện', body: [dutyTable(duties)] }],
  };
}

/** What nobody has filled in yet is named where it belongs, not left blank. */
function asked(content: LetterContent, field: LetterField): string {
  return content[field] === '' ? `(${letterFieldText[field]})` : content[field];
}

function signatureOf(content: LetterContent): Paper['signature'] {
  const { authority, authorityOf, signer } = content;
  const office = asked(content, 'office');
  const over = authority === '' || authority === 'Q' ? [] : [`${authority}. ${authorityOf}`];
  const title = authority === 'Q' ? `Q. ${office}` : office;
  return { authority: over, office: title, ...(signer !== '' && { name: signer }) };
}

function dutyItems(duties: readonly LetterDuty[]): Block {
  const last = duties.length - 1;
  const items = duties.map(
    (duty, at) => `${dutyText(duty)}, hạn ${dateText(duty.lastDay)}, ${lateText(duty)}${at === last ? '.' : ';'}`,
  );
  return { kind: 'list', marks: 'dashes', items };
}

export function lateText({ daysLate }: Pick<LetterDuty, 'daysLate'>): string {
  return daysLate === 0 ? 'quá hạn' : `quá hạn ${n(daysLate)} ngày làm việc`;
}

function dutyTable(duties: readonly LetterDuty[]): Block {
  const numbered = duties.map((duty, at) => ({ duty, number: String(at + 1) }));
  const rows = [...Map.groupBy(numbered, ({ duty }) => duty.unitName)].flatMap(([unit, some]): readonly Row[] => [
    { band: unit },
    ...some.map(({ duty, number }) => [number, dutyText(duty), dateText(duty.lastDay), n(duty.daysLate)]),
  ]);
  return {
    kind: 'table',
    columns: [
      { heading: 'TT', share: 0.8, align: 'center' },
      { heading: 'Nhiệm vụ', share: 6, align: 'left' },
      { heading: 'Hạn', share: 1.8, align: 'center' },
      { heading: 'Quá hạn (ngày làm việc)', share: 1.8, align: 'center' },
    ],
    rows,
  };
}

export const letterStageText: Readonly<Record<LetterStage, string>> = {
  draft: 'Bản nháp',
  issued: 'Đã ban hành',
  withdrawn: 'Đã bỏ',
};
export const letterMoveText: Readonly<Record<LetterMove, string>> = {
  change: 'Lưu nháp',
  refresh: 'Cập nhật danh sách nhiệm vụ',
  issue: 'Ghi số, ngày và ban hành',
  withdraw: 'Bỏ bản nháp',
};

export const letterFieldText: Readonly<Record<WrongField, string>> = {
  about: 'Trích yếu (V/v)',
  issuerParent: 'Cơ quan chủ quản',
  issuer: 'Cơ quan ban hành',
  symbol: 'Ký hiệu',
  place: 'Địa danh',
  addressees: 'Kính gửi',
  opening: 'Phần mở đầu',
  closing: 'Phần đề nghị',
  recipients: 'Nơi nhận',
  archive: 'Lưu',
  authority: 'Quyền hạn ký',
  authorityOf: 'Ký thay ai, thay mặt cơ quan nào',
  office: 'Chức vụ của người ký',
  signer: 'Họ tên người ký',
  number: 'Số công văn',
  signedOn: 'Ngày ký',
};
export const letterHints: Readonly<Partial<Record<LetterField, string>>> = {
  about: 'Ghi tiếp sau chữ “V/v”, không viết hoa chữ đầu.',
  issuerParent: 'Để trống nếu không có.',
  symbol: 'Thêm chữ viết tắt của đơn vị soạn thảo hoặc lĩnh vực sau tên cơ quan, ví dụ SNV-TĐKT.',
  place: 'Tên tỉnh, xã hoặc phường nơi cơ quan đóng trụ sở, không ghi chữ “tỉnh”, “xã”, “phường”.',
  addressees: 'Mỗi nơi nhận chính một dòng.',
  opening: 'Danh sách nhiệm vụ được đặt ngay sau phần này, hoặc ở Phụ lục khi gửi nhiều đơn vị.',
  recipients: 'Mỗi nơi một dòng, không cần gạch đầu dòng.',
  authorityOf: 'Ví dụ Giám đốc, hoặc Ủy ban nhân dân. Bỏ trống khi người đứng đầu tự ký.',
  office: 'Ví dụ Giám đốc, Phó Giám đốc.',
};

export function letterProblemText(problem: LetterProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'Chưa ghi nội dung này.';
    case 'missing_to_issue':
      return 'Công văn ban hành phải có nội dung này. Hãy ghi và lưu nháp trước.';
    case 'too_long':
      return `Dài quá. Viết tối đa ${n(problem.limit)} ký tự.`;
    case 'issuer_unchosen':
      return 'Chọn cơ quan ban hành trong danh sách.';
    case 'authority_of_whom':
      return 'Đã chọn ký thay, thay mặt hoặc theo ủy quyền thì phải ghi rõ thay ai, ví dụ Giám đốc.';
    case 'names_secret':
      return `Có nhắc đến đề án ${problem.code}. ${secretText}`;
    case 'number_missing':
      return 'Chưa ghi số của công văn, ví dụ 123.';
    case 'day_impossible':
      return 'Chưa phải một ngày có thật. Nhập ngày, tháng, năm, ví dụ 05/10/2026.';
    case 'day_to_come':
      return `Ngày ký sau hôm nay (${dateText(problem.today)}). Chỉ ghi khi công văn đã ký.`;
  }
}

export function letterRefusal(refusal: LetterRefusal): string {
  switch (refusal.kind) {
    case 'letter_wrong':
      return 'Có mục cần sửa, xem ở dưới.';
    case 'nothing_late':
      return 'Không có nhiệm vụ nào quá hạn để nêu trong công văn.';
    case 'lost_race':
    case 'not_there':
    case 'wrong_stage':
    case 'not_yours':
    case 'four_eyes':
    case 'needs':
    case 'not_scoped':
      return kernelRefusal(refusal);
  }
}

export const lettersText = {
  title: 'Công văn đôn đốc',
  titleOf: (about: string) => `Công văn V/v ${about}`,
  aboutOf: (about: string) => `V/v ${about}`,
  lead: 'Soạn từ các nhiệm vụ quá hạn, in ra ký, rồi ghi số và ngày.',
  caption: 'Công văn đôn đốc, mới nhất ở trên',
  about: 'Trích yếu',
  units: 'Đơn vị',
  duties: 'Nhiệm vụ',
  stage: 'Tình trạng',
  numbered: 'Số, ngày',
  numberOf: (number: string, symbol: string, day: PlainDate) => `${number}/${symbol} ngày ${dateText(day)}`,
  unitCount: (count: number) => `${n(count)} đơn vị`,
  emptyWhat: 'Công văn đôn đốc đã soạn và đã ban hành sẽ hiện ở đây.',
  emptyWhy: 'Chưa có công văn nào trong phạm vi được xem.',
  emptyFirst: 'Chọn nhiệm vụ quá hạn để soạn',
  newTitle: (count: number) => `Soạn công văn đôn đốc ${n(count)} nhiệm vụ quá hạn`,
  newNone: 'Không có nhiệm vụ quá hạn nào để soạn công văn',
  newNoneWhy: 'Các nhiệm vụ đã chọn chưa quá hạn, hoặc đã được thực hiện. Việc chưa quá hạn thì dùng Nhắc.',
  notLate: (count: number) => `${n(count)} nhiệm vụ đã chọn chưa quá hạn nên không đưa vào công văn.`,
  issuerHint: 'Tên, ký hiệu, địa danh và chức vụ người ký được điền theo cơ quan này; sửa được trong bản nháp.',
  how: 'Cách soạn',
  together: 'Một công văn chung, danh sách ở Phụ lục',
  apart: (count: number) => `Mỗi đơn vị một công văn (${n(count)} công văn)`,
  draft: 'Soạn công văn',
  cancel: 'Thôi',
  compose: 'Soạn công văn về các việc đã chọn',
  drafted: 'Đã soạn công văn. Hãy kiểm tra nội dung, in, trình ký.',
  draftedMany: (count: number) => `Đã soạn ${n(count)} công văn. Hãy mở từng bản để kiểm tra.`,
  content: 'Nội dung',
  signing: 'Người ký',
  save: 'Lưu nháp',
  word: 'Tải bản Word',
  pdf: 'Tải bản PDF',
  list: 'Nhiệm vụ được nêu',
  factsOn: (day: PlainDate) => `Danh sách tính đến ngày ${dateText(day)}.`,
  fulfilled: (count: number) =>
    `${n(count)} nhiệm vụ trong danh sách đã được thực hiện sau khi soạn. Hãy cập nhật danh sách và sửa số lượng nêu trong phần mở đầu trước khi in.`,
  issueTitle: 'Ghi số và ban hành',
  issueWhat:
    'Ghi khi công văn đã ký trên giấy hoặc ký số. Sau đó nội dung không sửa được nữa, các đơn vị có tên nhận được tin.',
  withdrawTitle: 'Bỏ bản nháp',
  withdrawWhat: 'Bản nháp không in và không ban hành được nữa. Nhiệm vụ vẫn ở danh sách Đôn đốc.',
  done: {
    change: 'Đã lưu nháp.',
    refresh: 'Đã cập nhật danh sách nhiệm vụ.',
    issue: 'Đã ban hành. Các đơn vị có tên nhận được tin.',
    withdraw: 'Đã bỏ bản nháp.',
  } as Readonly<Record<LetterMove, string>>,
  lacking: (fields: readonly string[]) => `Trước khi ban hành còn phải ghi: ${fields.join(', ')}.`,
  theirs: 'Bản người khác vừa lưu',
  file: 'cong-van-don-doc',
  inLetter: (number: string) => `công văn số ${number}`,
} as const;
