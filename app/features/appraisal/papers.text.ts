/**
 * The papers of appraisal in the layout of Nghị định 30/2020/NĐ-CP: the report of appraisal, the letter that asks a body, the list that is
 * shown to the people. No law lays down their words: these are the product's, to be changed in Word.
 */
import { awardName } from '../awards/text.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Block, Paper, Row } from '../../platform/print/paper.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import { dateText } from '../../ui/moment.ts';
import type { Entry } from '../awards/standards/evaluate.ts';
import { clauseText } from '../awards/standards/explained.text.ts';
import { because } from '../awards/standards/text.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import { authorityLines } from '../organisation/issuer.text.ts';
import { judgementLine } from '../dossiers/looking.text.ts';
import type { AppraisedNominee } from './appraised.server.ts';
import { clauseKey, isAsked } from './appraised-items.ts';
import { plainChecks } from './conclusion.ts';
import { effectText } from './flags.text.ts';
import type { PublicOpinions } from './handling.server.ts';
import type { Inside } from './one.server.ts';
import type { ListRow } from './list-case.server.ts';
import type { RequestRow } from './request-case.server.ts';
import { answerText, conclusionText, outcomeText, plainCheckText, requestStateText, verdictText } from './text.ts';

type Head = { readonly issuer: Issuer; readonly today: PlainDate };
const paragraph = (text: string, lead?: string): Block => ({ kind: 'paragraph', text, lead });
const lines = (text: string): readonly Block[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line));

function headed({ issuer, today }: Head, kind: string) {
  return {
    family: issuer.family,
    issuer: { name: issuer.name, ...(issuer.parent !== '' && { parent: issuer.parent }) },
    symbol: symbolOf(issuer.family, kind, issuer.short),
    dated: { place: issuer.place, day: today.slice(0, 7) },
    grounds: [],
    signature: { authority: authorityLines(issuer), office: issuer.office },
    archive: 'VT',
  } as const;
}

export type AppraisalReport = Head & {
  readonly one: Inside;
  /** All of its nominees, looked at. */
  readonly nominees: readonly AppraisedNominee[];
  readonly opinions: readonly PublicOpinions[];
};

export function reportPaper({ one, nominees, opinions, ...head }: AppraisalReport): Paper {
  const { dossier, summary } = one;
  return {
    ...headed(head, 'BC'),
    kind: { name: 'Báo cáo' },
    about: `thẩm định hồ sơ đề nghị khen thưởng của ${dossier.unitName}`,
    addressees: [],
    grounds: [
      'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
      'Căn cứ Nghị định số 152/2025/NĐ-CP của Chính phủ',
    ],
    body: [
      { kind: 'heading', level: 1, text: 'Hồ sơ' },
      paragraph(
        `${dossier.title} (mã ${dossier.code})${dossier.paperNumber ? `, Tờ trình số ${dossier.paperNumber}` : ''}.`,
      ),
      paragraph(
        `Đơn vị trình: ${dossier.unitName}. Năm thành tích: ${dossier.year}.${dossier.receivedOn ? ` Ngày tiếp nhận: ${dateText(dossier.receivedOn)}.` : ''}${dossier.simplified ? ' Theo thủ tục đơn giản (Luật Thi đua, khen thưởng, Điều 85).' : ''}`,
      ),
      { kind: 'heading', level: 1, text: 'Kết quả thẩm định' },
      resultTable(nominees),
      { kind: 'heading', level: 1, text: 'Nhận xét từng đối tượng' },
      ...nominees.flatMap(nomineeBlocks),
      { kind: 'heading', level: 1, text: 'Ý kiến các cơ quan' },
      ...requestBlocks(one.opinions.requests),
      { kind: 'heading', level: 1, text: 'Ý kiến Nhân dân' },
      ...opinionBlocks(opinions, dossier.simplified !== null),
      ...(summary.text === ''
        ? []
        : [{ kind: 'heading', level: 1, text: 'Nhận xét chung' } as const, ...lines(summary.text)]),
    ],
    recipients: ['Hội đồng Thi đua - Khen thưởng', dossier.unitName],
  };
}

function resultTable(nominees: readonly AppraisedNominee[]): Block {
  return {
    kind: 'table',
    columns: [
      { heading: 'TT', share: 6, align: 'center' },
      { heading: 'Đối tượng', share: 30, align: 'left' },
      { heading: 'Đề nghị', share: 30, align: 'left' },
      { heading: 'Kết luận', share: 34, align: 'left' },
    ],
    rows: nominees.map((one, at): Row => [
      String(at + 1),
      `${one.name}, ${one.holderUnitName}`,
      awardName(one.awardCode),
      concludedText(one),
    ]),
  };
}

function concludedText({ conclusion, conclusionReason, outcome, outcomeReason }: AppraisedNominee): string {
  if (outcome === 'removed') return `${conclusionText.removed}: ${outcomeReason ?? ''}`;
  if (conclusion === null) return 'Chưa kết luận';
  return [conclusionText[conclusion], conclusionReason].filter(Boolean).join(': ');
}

/** What speaks for and against, each with its article; what asks for nothing here is left out. */
function nomineeBlocks(one: AppraisedNominee): readonly Block[] {
  const asked = one.evaluation.entries.filter(isAsked);
  const told = asked.filter((entry) => entry.state !== 'to_judge' || one.checks[clauseKey(entry)]);
  const clauses = told.map((entry) => {
    const check = one.checks[clauseKey(entry)];
    const concluded =
      check && ` Kết luận: ${[verdictText[check.verdict].toLowerCase(), check.reason].filter(Boolean).join(', ')}.`;
    return `${articleOf(entry)}: ${because(entry, entry.clause.wording)}${concluded ?? ''}`;
  });
  const left = asked.filter((entry) => !told.includes(entry)).map(articleOf);
  if (left.length > 0) clauses.push(`Do người thẩm định xem xét, không ghi nhận xét riêng: ${left.join('; ')}.`);
  const plain = plainChecks.flatMap((item) => {
    const check = one.checks[item];
    return check
      ? [
          `${plainCheckText[item]}: ${[verdictText[check.verdict].toLowerCase(), check.reason].filter(Boolean).join(', ')}.`,
        ]
      : [];
  });
  const flags = one.flags.map(
    ({ kindName, body, number, effect, reason, isStanding }) =>
      `${kindName} (${body}, ${number}): ${effect ? `${effectText[effect].toLowerCase()}, ${reason ?? ''}` : isStanding ? 'chưa kết luận' : 'không còn hiệu lực'}.`,
  );
  const twins = one.twins.map(
    ({ dossierCode, unitName }) => `Cũng được đề nghị ở hồ sơ ${dossierCode} của ${unitName}.`,
  );
  const copies = one.copies.map(
    ({ other, shared, judgement }) =>
      `Báo cáo thành tích giống báo cáo của ${other.name}, ${other.unitName}: ${Math.round(shared.shareOfMine * 100)}% nội dung. ${judgement ? `Người thẩm định kết luận: ${judgementLine(judgement)}.` : 'Chưa có kết luận về sự giống nhau này.'}`,
  );
  const items = [...clauses, ...plain, ...flags, ...twins, ...copies];
  return [
    { kind: 'heading', level: 2, text: `${one.name}: ${awardName(one.awardCode)}` },
    ...(items.length > 0 ? [{ kind: 'list', marks: 'dashes', items } as const] : []),
  ];
}

function requestBlocks(requests: readonly RequestRow[]): readonly Block[] {
  if (requests.length === 0) return [paragraph('Không lấy ý kiến cơ quan nào.')];
  const items = requests.map(({ body, stage, answer, answerText: words, answerNumber, answerDate, waiveReason }) => {
    if (answer) {
      const paper = answerNumber
        ? ` (văn bản số ${answerNumber}${answerDate ? ` ngày ${dateText(answerDate)}` : ''})`
        : '';
      return `${body}: ${[answerText[answer].toLowerCase(), words].filter(Boolean).join('; ')}${paper}.`;
    }
    const why = stage === 'waived' ? `: ${waiveReason ?? ''}` : '';
    return `${body}: ${requestStateText[stage].toLowerCase()}${why}.`;
  });
  return [{ kind: 'list', marks: 'dashes', items }];
}

function opinionBlocks(opinions: readonly PublicOpinions[], isSimplified: boolean): readonly Block[] {
  if (opinions.length > 0) return opinions.flatMap((one) => publicOpinionText(one).map((text) => paragraph(text)));
  return [paragraph(isSimplified ? 'Thủ tục đơn giản, không công khai lấy ý kiến.' : 'Không công khai danh sách.')];
}

/** The paragraphs for the minutes of the council (Nghị định 152/2025/NĐ-CP, Điều 44): counts and how each was settled, never by whom sent. */
export function publicOpinionText(one: PublicOpinions): readonly string[] {
  const { counts, settled } = one;
  const all = counts.accepted + counts.not_accepted + counts.passed_on + counts.unhandled;
  const shown = `Danh sách ${one.shown} cá nhân, tập thể được công khai lấy ý kiến Nhân dân từ ngày ${dateText(one.openedOn)} đến hết ngày ${dateText(one.closesOn)} (ít nhất ${one.workingDays} ngày làm việc).`;
  const amended = one.amended.map(amendedText);
  if (all === 0) return [`${shown} Không nhận được ý kiến nào.`, ...amended];
  const parts = [
    counts.accepted > 0 ? `tiếp thu ${counts.accepted}` : '',
    counts.not_accepted > 0 ? `không tiếp thu ${counts.not_accepted}` : '',
    counts.passed_on > 0 ? `chuyển xử lý theo quy định về khiếu nại, tố cáo ${counts.passed_on}` : '',
    counts.unhandled > 0 ? `chưa xử lý ${counts.unhandled}` : '',
  ].filter(Boolean);
  const about = settled.map(
    ({ about: whom, outcome, reason }) =>
      `Về ${whom ?? 'cả danh sách'}: ${outcomeText[outcome].toLowerCase()}; ${reason}`,
  );
  return [`${shown} Nhận được ${all} ý kiến: ${parts.join(', ')}.`, ...amended, ...about];
}

function amendedText({ what, on, about, reason, closesOn }: PublicOpinions['amended'][number]): string {
  const whom = about.join(', ') || 'đối tượng';
  return what === 'added'
    ? `Ngày ${dateText(on)} bổ sung ${whom} vào danh sách, công khai đến hết ngày ${dateText(closesOn)}; lý do: ${reason}.`
    : `Ngày ${dateText(on)} đưa ${whom} ra khỏi danh sách; lý do: ${reason}.`;
}

export type Letter = Head & {
  readonly row: RequestRow;
  readonly nominees: readonly {
    readonly name: string;
    readonly holderUnitName: string;
    readonly awardCode: string;
    readonly outcome: string;
  }[];
};

export function letterPaper({ row, nominees, ...head }: Letter): Paper {
  const due = row.dueOn ? dateText(row.dueOn) : '';
  const open = nominees.filter(({ outcome }) => outcome !== 'removed');
  return {
    ...headed({ ...head, today: row.letterDate ?? head.today }, ''),
    ...(row.letterDate && { dated: { place: head.issuer.place, day: row.letterDate } }),
    ...(row.letterNumber && { number: row.letterNumber }),
    kind: 'letter',
    about: 'lấy ý kiến về hồ sơ đề nghị khen thưởng',
    addressees: [row.body],
    body: [
      paragraph(
        `${head.issuer.name} đang thẩm định hồ sơ “${row.dossierTitle}” (mã ${row.dossierCode}). ${row.basis === '' ? '' : `Căn cứ ${row.basis}, `}${head.issuer.name} đề nghị ${row.body} có ý kiến về việc chấp hành chủ trương của Đảng, chính sách, pháp luật của Nhà nước trong lĩnh vực phụ trách của các cá nhân, tập thể sau:`,
      ),
      nomineeTable(open),
      paragraph(
        `Ý kiến xin gửi về ${head.issuer.name} trước hết ngày ${due} (${row.workingDays} ngày làm việc kể từ ngày gửi). ${row.silenceAgrees ? 'Quá thời hạn trên không có ý kiến thì được coi là đồng ý theo quy định.' : 'Quá thời hạn trên, hồ sơ ghi là không có ý kiến trả lời.'}`,
      ),
      paragraph('Trân trọng cảm ơn sự phối hợp của quý cơ quan.'),
    ],
    recipients: ['Như trên'],
  };
}

const articleOf = ({ clause: { article, of } }: Entry) => clauseText(article, of);

type Named = { readonly name: string; readonly holderUnitName: string; readonly awardCode: string };

function nomineeTable(nominees: readonly Named[]): Block {
  return {
    kind: 'table',
    columns: [
      { heading: 'TT', share: 6, align: 'center' },
      { heading: 'Cá nhân, tập thể', share: 34, align: 'left' },
      { heading: 'Đơn vị', share: 30, align: 'left' },
      { heading: 'Đề nghị', share: 30, align: 'left' },
    ],
    rows: nominees.map(({ name, holderUnitName, awardCode }, at): Row => [
      String(at + 1),
      name,
      holderUnitName,
      awardName(awardCode),
    ]),
  };
}

/** Of whoever was not shown from the first day, or whose days end before the last. */
function ownDays({ openedOn, closesOn }: ListRow, item: ListRow['items'][number]): string {
  const isOwn = item.shownOn !== openedOn || item.closesOn !== closesOn;
  return isOwn ? `(Công khai từ ngày ${dateText(item.shownOn)} đến hết ngày ${dateText(item.closesOn)}.)` : '';
}

/** As it is put up where people read it. */
export function listPaper({ row, ...head }: Head & { readonly row: ListRow }): Paper {
  return {
    ...headed(head, 'TB'),
    kind: { name: 'Thông báo' },
    about: 'công khai danh sách đề nghị khen thưởng để lấy ý kiến Nhân dân',
    addressees: [],
    body: [
      paragraph(
        `${head.issuer.name} công khai danh sách cá nhân, tập thể được đề nghị khen thưởng để lấy ý kiến Nhân dân từ ngày ${dateText(row.openedOn)} đến hết ngày ${dateText(row.closesOn)}${row.basis === '' ? '' : ` (căn cứ ${row.basis})`}.`,
      ),
      {
        kind: 'table',
        columns: [
          { heading: 'TT', share: 6, align: 'center' },
          { heading: 'Cá nhân, tập thể', share: 24, align: 'left' },
          { heading: 'Đơn vị', share: 20, align: 'left' },
          { heading: 'Đề nghị', share: 20, align: 'left' },
          { heading: 'Thành tích', share: 30, align: 'left' },
        ],
        rows: row.items.map((item, at): Row => [
          String(at + 1),
          item.name,
          item.unitName,
          awardName(item.awardCode),
          [item.achievement, ownDays(row, item)].filter(Boolean).join(' '),
        ]),
      },
      paragraph(
        'Ý kiến xin gửi tại trang “Lấy ý kiến Nhân dân về khen thưởng” hoặc bằng văn bản đến cơ quan công khai danh sách. Tên người gửi được giữ kín.',
      ),
    ],
    recipients: [row.toUnitName],
  };
}

export const paperNames = {
  report: 'bao-cao-tham-dinh',
  letter: 'cong-van-lay-y-kien',
  list: 'danh-sach-cong-khai',
} as const;
