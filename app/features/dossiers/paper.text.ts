/**
 * The papers of a dossier: the submission (TỜ TRÌNH, in the layout of Nghị định 30/2020/NĐ-CP) with the list of nominees as its annex, and the
 * report of achievements. Mẫu 01 of Nghị định 152/2025 asks for grounds, content, opinions of bodies, opinion of the appraisal; its
 * layout was not found, so the wording is the product's own and whoever signs takes the Word file over.
 */
import { symbolOf } from '../../platform/print/paper.ts';
import type { Annex, Block, Paper, Row } from '../../platform/print/paper.ts';
import { dateText } from '../../ui/moment.ts';
import { getAward } from '../awards/award.ts';
import { authorityLines } from '../organisation/issuer.text.ts';
import type { NomineeRow } from './nominee-rows.server.ts';
import type { PrintedDossier, PrintedReport } from './printing.server.ts';
import { sectionsOf } from './report.ts';
import { reportSectionText, reportFormText } from './report.text.ts';
import type { DossierKind } from './dossier.ts';
import { holderKindText, simplifiedText } from './text.ts';

export const paperText = {
  submission: 'To-trinh-khen-thuong',
  report: 'Bao-cao-thanh-tich',
  missing: 'Không có nội dung để in.',
} as const;

const kindPhrase: Readonly<Record<DossierKind, string>> = {
  merit: 'khen thưởng công trạng',
  sudden: 'khen thưởng đột xuất',
  movement: 'khen thưởng trong',
  devotion: 'khen thưởng quá trình cống hiến',
  tenure: 'khen thưởng theo niên hạn',
  foreign: 'khen thưởng đối ngoại',
};

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

export function submissionPaper({ dossier, nominees, issuer, receiver, today }: PrintedDossier): Paper {
  const { family, parent, name, short, place, office } = issuer;
  const [number = '', ...rest] = (dossier.paperNumber ?? '').split('/');
  return {
    family,
    issuer: { name, ...(parent !== '' && { parent }) },
    ...(number !== '' && { number }),
    symbol: rest.join('/') || symbolOf(family, 'TTr', short),
    dated: { place, day: dossier.paperDate ?? today.slice(0, 7) },
    kind: { name: 'Tờ trình' },
    about: aboutOf(dossier.title),
    addressees: [receiver.name],
    grounds: [
      'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
      'Căn cứ Nghị định số 152/2025/NĐ-CP của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng',
    ],
    body: bodyOf({ dossier, nominees, issuer, receiver }),
    signature: { authority: authorityLines(issuer), office },
    recipients: ['Như trên'],
    archive: 'VT',
    annexes: [listAnnex(nominees)],
  };
}

function aboutOf(title: string): string {
  return title.replace(/^(tờ trình )?(v\/v|về việc)\s+/iu, 'về việc ');
}

function bodyOf({ dossier, nominees, receiver }: Omit<PrintedDossier, 'today'>): readonly Block[] {
  const { kind, year, movementName, simplified, confirmedAt, confirmWords, viaUnitName } = dossier;
  const why = movementName === null ? '' : ` phong trào “${movementName}”`;
  return [
    paragraph(
      `Căn cứ thành tích đạt được và kết quả xét của đơn vị, ${receiver.name === '' ? '' : `kính đề nghị ${receiver.name} xem xét, `}${kindPhrase[kind]}${why} năm ${year} cho các đối tượng sau:`,
    ),
    { kind: 'list', marks: 'dashes', items: awardCounts(nominees) },
    ...(simplified === null
      ? []
      : [
          paragraph(
            `Đề nghị xét theo thủ tục đơn giản, khoản 1 Điều 85 Luật Thi đua, khen thưởng. ${simplifiedText[simplified]}.`,
          ),
        ]),
    ...(confirmedAt && viaUnitName
      ? [paragraph(`Ý kiến của ${viaUnitName}: ${confirmWords ?? 'đã xác nhận trên hệ thống'}.`)]
      : []),
    paragraph('Đơn vị chịu trách nhiệm về tính chính xác của thành tích và các nội dung trong hồ sơ.'),
    paragraph('Danh sách và tóm tắt thành tích tại Phụ lục kèm theo. Kính trình xem xét, quyết định.'),
  ];
}

/** Each award with how many of a kind are proposed for it. */
export function awardCounts(nominees: readonly NomineeRow[]): readonly string[] {
  const groups = Map.groupBy(nominees, (one) => `${one.awardCode} ${one.holderKind}`);
  return [...groups.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    const kind = holderKindText[first.holderKind].toLocaleLowerCase('vi');
    return [`${getAward(first.awardCode).name}: ${String(some.length).padStart(2, '0')} ${kind}`];
  });
}

export function listAnnex(nominees: readonly NomineeRow[]): Annex {
  const columns = [
    { heading: 'TT', share: 0.6, align: 'center' },
    { heading: 'Họ và tên, tên tập thể, hộ gia đình', share: 2.6, align: 'left' },
    { heading: 'Chức vụ, đơn vị, địa phương', share: 2.8, align: 'left' },
    { heading: 'Tóm tắt thành tích', share: 6, align: 'left' },
  ] as const;
  let at = 0;
  const rows: Row[] = [...Map.groupBy(nominees, ({ awardCode }) => awardCode)].flatMap(([code, some]) => [
    { band: getAward(code).name },
    ...some.map((one): Row => {
      at += 1;
      const place = [one.positionTitle, one.holderUnitName].filter(Boolean).join(', ');
      return [String(at), one.name, place, one.achievement];
    }),
  ]);
  return { name: 'Danh sách đề nghị khen thưởng', body: [{ kind: 'table', columns, rows }], landscape: true };
}

export function reportPaper({ dossier, nominee, report, issuer, today }: PrintedReport): Paper {
  const { family, parent, name, short, place } = issuer;
  const about = [nominee.name, nominee.positionTitle, nominee.holderUnitName].filter(Boolean).join(', ');
  return {
    family,
    issuer: { name, ...(parent !== '' && { parent }) },
    symbol: symbolOf(family, 'BC', short),
    dated: { place, day: today.slice(0, 7) },
    kind: { name: 'Báo cáo' },
    about: `thành tích đề nghị tặng ${getAward(nominee.awardCode).name} năm ${dossier.year}`,
    addressees: [],
    grounds: [],
    body: [
      paragraph(`${holderKindText[nominee.holderKind]}: ${about}.`),
      ...(report.untilOn === null ? [] : [paragraph(`Thành tích tính đến ngày ${dateText(report.untilOn)}.`)]),
      ...sectionsOf[report.form].flatMap((section): readonly Block[] => {
        const lines = (report.sections[section] ?? '').split('\n').filter((line) => line.trim() !== '');
        if (lines.length === 0) return [];
        return [{ kind: 'heading', level: 1, text: reportSectionText[section] }, ...lines.map(paragraph)];
      }),
      { kind: 'note', text: reportFormText(report.form) },
    ],
    signature: { authority: ['XÁC NHẬN CỦA CẤP TRÌNH'], office: issuer.office },
    cosigner: { authority: [], office: 'Người báo cáo' },
    recipients: [],
    archive: 'VT',
  };
}
