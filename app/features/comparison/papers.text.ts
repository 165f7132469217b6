/**
 * The score card and the block's table as papers, in the layout of Nghị định 30/2020/NĐ-CP: a card is reported by its unit and signed by the unit's head; the table by the body that
 * organises the block. What is not settled yet says so on the sheet.
 */
import { pointsText } from '../../kernel/hundredths.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Block, Column, Paper, Row } from '../../platform/print/paper.ts';
import { symbolOf } from '../../platform/print/paper.ts';
import { dateText } from '../../ui/moment.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import { authorityLines } from '../organisation/issuer.text.ts';
import type { Ranking, RankedUnit } from '../ranking/page.server.ts';
import type { LaidDown } from '../ranking/outcome.ts';
import { tiesIn } from '../ranking/ranked.ts';
import { exactText, laidDownText, levelOf, partedText, thresholdText, tiedText } from '../ranking/text.ts';
import type { JudgementRow } from '../scoring/case.server.ts';
import type { JudgementStage } from '../scoring/judgement.ts';
import type { Scored } from '../scoring/points.ts';
import type { ScoreStep } from '../scoring/procedure.ts';
import type { CardSheet, SheetRow } from './card-sheet.server.ts';

export const sheetText = {
  code: 'Mã',
  title: 'Nhóm, tiêu chí',
  max: 'Điểm tối đa',
  self: 'Tự chấm',
  cross: 'Chấm chéo',
  expert: 'Cơ quan chuyên môn',
  appraisal: 'Thẩm định',
  objection: 'Xem lại',
  final: 'Điểm',
  note: 'Căn cứ, lý do',
  total: 'Tổng điểm',
  sheet: 'Phiếu chấm điểm',
  cardFile: 'phieu-cham-diem',
  place: 'Hạng',
  unit: 'Đơn vị',
  score: 'Tổng điểm',
  earned: 'Điểm đạt',
  applicable: 'Tối đa áp dụng',
  bonus: 'Điểm thưởng',
  penalty: 'Điểm trừ',
  level: 'Xếp loại',
  tableSheet: 'Bảng xếp hạng',
  tableFile: 'bang-xep-hang',
  notSettled: 'Số tạm tính: kết quả chưa công bố, còn có thể thay đổi.',
  settled: 'Kết quả đã công bố.',
  fromData: 'Tính từ số liệu trên hệ thống',
  inAnnex: 'Chi tiết tại Phụ lục kèm theo.',
  archive: 'VT',
} as const;

const reasonOf = ({ from, reason, kind }: SheetRow) => {
  if (kind === 'group') return '';
  const data = from === 'data' ? sheetText.fromData : '';
  return [data, reason].filter((part) => part !== '').join('. ');
};
export const sheetNote = reasonOf;

/** Empty where nothing was said: zero, missing and not applicable are three things. */
export function scoredText(scored: Scored | undefined, silent = ''): string {
  switch (scored?.state) {
    case 'points':
      return pointsText(scored.points);
    case 'not_applicable':
      return 'Không áp dụng';
    case 'missing':
      return silent;
    case undefined:
      return '';
  }
}

export const finalText = ({ final, kind }: SheetRow) => scoredText(final, kind === 'criterion' ? 'Chưa có' : '0');

export const shownSteps: readonly ScoreStep[] = ['self', 'cross', 'expert', 'appraisal', 'objection'];

const standText = (stage: JudgementStage) => (stage === 'frozen' ? sheetText.settled : sheetText.notSettled);
const asOfText = (day: PlainDate) => `Số liệu đến ngày ${dateText(day)}.`;
/** What is frozen has no later day. */
export const standingOn = (stage: JudgementStage, day: PlainDate) =>
  stage === 'frozen' ? standText(stage) : `${standText(stage)} ${asOfText(day)}`;

type Head = { readonly issuer: Issuer; readonly today: PlainDate };

/** Place and level of a frozen result, each a line; of a running one nothing. */
export function settledLines({ settled, names }: Pick<CardSheet, 'settled' | 'names'>): readonly string[] {
  if (!settled) return [];
  const { place, ranked, tied, level } = settled;
  const shared = tied === 0 ? '' : `, đồng hạng với ${tied} đơn vị khác`;
  return [
    place === null
      ? `Không xếp hạng trong ${names.ofName}: không có tiêu chí nào áp dụng.`
      : `Thứ hạng trong ${names.ofName}: ${place}/${ranked}${shared}.`,
    `${sheetText.level}: ${levelOf(level)}.`,
  ];
}

export function cardPaper(sheet: CardSheet, head: Head): Paper {
  const { card, names, rows, total, shown } = sheet;
  const steps = shownSteps.filter((step) => rows.some((row) => row.steps[step] !== undefined));
  const columns: readonly Column[] = [
    { heading: sheetText.code, share: 7, align: 'left' },
    { heading: sheetText.title, share: 34, align: 'left' },
    { heading: sheetText.max, share: 9, align: 'right' },
    ...steps.map((step) => ({ heading: sheetText[step], share: 10, align: 'right' }) as const),
    { heading: sheetText.final, share: 10, align: 'right' },
    { heading: sheetText.note, share: 24, align: 'left' },
  ];
  const lines: readonly Row[] = rows.map((row) => [
    row.code,
    row.title,
    pointsText(row.max),
    ...steps.map((step) => scoredText(row.steps[step])),
    finalText(row),
    reasonOf(row),
  ]);
  const summary = [
    `Điểm các tiêu chí: ${pointsText(total.points)} trên ${pointsText(total.applicable)} điểm tối đa áp dụng cho đơn vị.`,
    `Điểm thưởng: ${pointsText(total.bonus)}. Điểm trừ: ${pointsText(total.penalty)}.`,
    ...(total.notApplicable.length > 0
      ? [`Không áp dụng, đã trừ khỏi điểm tối đa: ${total.notApplicable.join(', ')}.`]
      : []),
    ...(total.missing.length > 0 ? [`Chưa có điểm: ${total.missing.join(', ')}.`] : []),
    ...(shown === null ? [] : [`Tổng điểm, quy về thang ${pointsText(total.full)} điểm: ${pointsText(shown)}.`]),
    ...settledLines(sheet),
  ];
  const about = `kết quả chấm điểm thi đua năm ${card.year} của ${names.unitName}`;
  return paperOf(head, {
    about,
    body: [
      { kind: 'paragraph', text: `${names.judgementTitle}. ${sheetText.inAnnex}` },
      { kind: 'list', items: summary, marks: 'dashes' },
      { kind: 'note', text: standingOn(card.judgementStage, head.today) },
    ],
    annex: { name: 'Bảng điểm từng tiêu chí', body: [{ kind: 'table', columns, rows: lines }] },
  });
}

type Table = { readonly judgement: JudgementRow; readonly ofName: string; readonly ranking: Ranking };

export function rankingPaper({ judgement, ofName, ranking }: Table, head: Head): Paper {
  const columns: readonly Column[] = [
    { heading: sheetText.place, share: 7, align: 'center' },
    { heading: sheetText.unit, share: 26, align: 'left' },
    { heading: sheetText.score, share: 11, align: 'right' },
    { heading: sheetText.earned, share: 10, align: 'right' },
    { heading: sheetText.applicable, share: 11, align: 'right' },
    { heading: sheetText.bonus, share: 9, align: 'right' },
    { heading: sheetText.penalty, share: 9, align: 'right' },
    { heading: sheetText.level, share: 17, align: 'left' },
  ];
  const rows: readonly Row[] = ranking.rows.map((row) => [
    row.place === null ? '' : String(row.place),
    row.unitName,
    row.shown === null ? '' : pointsText(row.shown),
    pointsText(row.points),
    pointsText(row.applicable),
    pointsText(row.bonus),
    pointsText(row.penalty),
    row.level === null ? '' : levelOf(row.level),
  ]);
  const remarks = remarksOf(ranking);
  const minutes =
    judgement.minutesNumber !== null && judgement.minutesDate !== null
      ? [
          `Hội đồng thi đua, khen thưởng thông qua tại biên bản số ${judgement.minutesNumber} ngày ${dateText(judgement.minutesDate)}.`,
        ]
      : [];
  return paperOf(head, {
    about: `kết quả chấm điểm, xếp hạng thi đua năm ${judgement.year} của ${ofName}`,
    body: [
      {
        kind: 'paragraph',
        text: [`${judgement.title}: ${ranking.rows.length} đơn vị.`, ...minutes, sheetText.inAnnex].join(' '),
      },
      ...(remarks.length > 0 ? [{ kind: 'list', items: remarks, marks: 'dashes' } as const] : []),
      { kind: 'note', text: standingOn(judgement.stage, head.today) },
      ...(ranking.laidDown ? [{ kind: 'note', text: thresholdsLine(ranking, ranking.laidDown) } as const] : []),
    ],
    annex: { name: 'Bảng xếp hạng', body: [{ kind: 'table', columns, rows }] },
  });
}

/** Each reason once, with the units it is of. */
function remarksOf({ rows, titles, ties }: Ranking): readonly string[] {
  const parted = rows.flatMap(({ unitName, partedBy }) =>
    partedBy === null ? [] : [{ unitName, why: partedText(partedBy, titles, ties) }],
  );
  const byReason = [...Map.groupBy(parted, ({ why }) => why)].map(
    ([why, units]) => `${why}: ${units.map(({ unitName }) => unitName).join(', ')}.`,
  );
  const nameOf = (id: string) => rows.find(({ unitId }) => unitId === id)?.unitName ?? '';
  const level = tiesIn(rows).map((group) => `Đồng hạng: ${group.map(nameOf).join(', ')}.`);
  const rounded = rows.flatMap(({ unitName, score }) => {
    const exact = score && exactText(score);
    return exact === null ? [] : [`${unitName}: ${exact}`];
  });
  return [...byReason, ...level, ...rounded];
}

function thresholdsLine({ thresholds, titles }: Ranking, laidDown: LaidDown): string {
  const levels = thresholds.map((one) => thresholdText(one, titles)).join('; ');
  return `Ngưỡng xếp loại. ${levels}. ${laidDownText(laidDown)}`;
}

/** What equal scores were parted by, who stays equal, and where the shown score is rounded. */
export function remarkOf(row: RankedUnit, { rows, titles, ties }: Ranking): readonly string[] {
  const nameOf = (id: string) => rows.find(({ unitId }) => unitId === id)?.unitName ?? '';
  const said = [
    row.partedBy && partedText(row.partedBy, titles, ties),
    row.tiedWith.length > 0 ? tiedText(row.tiedWith.map(nameOf)) : null,
    row.score && exactText(row.score),
  ].filter((each) => each !== null);
  return said.length > 0 ? [`${row.unitName}: ${said.join('. ')}`] : [];
}

type Said = {
  readonly about: string;
  readonly body: readonly Block[];
  readonly annex: { readonly name: string; readonly body: readonly Block[] };
};

function paperOf({ issuer, today }: Head, { about, body, annex }: Said): Paper {
  return {
    family: issuer.family,
    issuer: { parent: issuer.parent, name: issuer.name },
    symbol: symbolOf(issuer.family, 'BC', issuer.short),
    dated: { place: issuer.place, day: today.slice(0, 4) },
    kind: { name: 'Báo cáo' },
    about,
    addressees: [],
    grounds: [],
    body,
    signature: { authority: authorityLines(issuer), office: issuer.office },
    recipients: [],
    archive: sheetText.archive,
    annexes: [{ ...annex, landscape: true }],
  };
}
