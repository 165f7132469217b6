/**
 * The minutes of the unit's own meeting that judged its nominees (Luật Điều 84.1.c, 84.2.c ask for such minutes), to be filled in, signed and attached.
 * The layout is that of minutes in Nghị định 30/2020/NĐ-CP (Phụ lục III, Mẫu 1.9); what stands in it is the product's own: no text on
 * emulation that was read gives a form of these minutes, and none is claimed. What only the meeting knows is left open.
 */
import { symbolOf } from '../../platform/print/paper.ts';
import type { Block, Paper, Row } from '../../platform/print/paper.ts';
import { getAward } from '../awards/award.ts';
import type { NomineeRow } from './nominee-rows.server.ts';
import type { PrintedDossier } from './printing.server.ts';
import { holderKindText } from './text.ts';

export const minutesText = {
  fileName: 'Bien-ban-binh-xet',
  word: 'Mẫu biên bản bình xét (Word)',
  pdf: 'Mẫu biên bản bình xét (PDF)',
  lead: 'Mẫu của phần mềm, điền sẵn danh sách của hồ sơ. Họp, ghi kết quả, ký rồi đính kèm ở mục Biên bản bình xét.',
  own: 'Mẫu do phần mềm soạn theo thể thức biên bản của Nghị định 30/2020/NĐ-CP (Phụ lục III, Mẫu 1.9); không phải mẫu do văn bản về thi đua, khen thưởng ban hành. Chỗ chấm để đơn vị ghi.',
} as const;

const dots = (length: number) => '…'.repeat(length);
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
/** Short enough to stand on the line of its lead: a run of dots is one word and would be torn off it. */
const line = (lead: string, length = 15): Block => ({ kind: 'paragraph', lead: `${lead}:`, text: dots(length) });

export function minutesPaper({ dossier, nominees, issuer }: PrintedDossier): Paper {
  const { family, parent, name, short } = issuer;
  return {
    family,
    issuer: { name, ...(parent !== '' && { parent }) },
    symbol: symbolOf(family, 'BB', short),
    kind: { name: 'Biên bản' },
    about: `Họp bình xét, đề nghị khen thưởng năm ${dossier.year}`,
    addressees: [],
    grounds: [],
    body: [
      paragraph(`Thời gian bắt đầu: ${dots(2)} giờ ${dots(2)}, ngày ${dots(2)} tháng ${dots(2)} năm ${dots(3)}`),
      line('Địa điểm'),
      line('Thành phần tham dự (tổng số, có mặt, vắng mặt)', 5),
      line('Chủ trì'),
      line('Thư ký'),
      { kind: 'heading', level: 1, text: 'Nội dung' },
      paragraph(
        `Chủ trì nêu tiêu chuẩn danh hiệu thi đua, hình thức khen thưởng; cuộc họp xem xét thành tích của ${nominees.length} đối tượng dưới đây, thảo luận và biểu quyết từng đối tượng.`,
      ),
      line('Ý kiến thảo luận'),
      { kind: 'heading', level: 1, text: 'Kết quả bình xét' },
      votes(nominees),
      { kind: 'heading', level: 1, text: 'Kết luận' },
      paragraph(
        `Cuộc họp thống nhất đề nghị cấp có thẩm quyền xét khen thưởng cho ${dots(4)} đối tượng; không đề nghị ${dots(4)} đối tượng, lý do: ${dots(8)}`,
      ),
      paragraph(
        `Cuộc họp kết thúc vào ${dots(2)} giờ ${dots(2)}, ngày ${dots(2)} tháng ${dots(2)} năm ${dots(3)}; biên bản đã đọc cho những người dự họp cùng nghe.`,
      ),
      { kind: 'note', text: minutesText.own },
    ],
    signature: { authority: [], office: 'Chủ trì' },
    cosigner: { authority: [], office: 'Thư ký' },
    recipients: [],
    archive: 'VT',
  };
}

function votes(nominees: readonly NomineeRow[]): Block {
  let at = 0;
  const rows: Row[] = [...Map.groupBy(nominees, ({ awardCode }) => awardCode)].flatMap(([code, some]) => [
    { band: getAward(code).name },
    ...some.map((one): Row => {
      at += 1;
      const who = [one.positionTitle ?? holderKindText[one.holderKind], one.holderUnitName].join(', ');
      return [String(at), one.name, who, '', '', ''];
    }),
  ]);
  return {
    kind: 'table',
    columns: [
      { heading: 'TT', share: 0.6, align: 'center' },
      { heading: 'Họ và tên, tên tập thể, hộ gia đình', share: 2.6, align: 'left' },
      { heading: 'Chức vụ, đơn vị, địa phương', share: 2.6, align: 'left' },
      { heading: 'Đồng ý/có mặt', share: 1.2, align: 'center' },
      { heading: 'Tỷ lệ (%)', share: 0.9, align: 'center' },
      { heading: 'Ghi chú', share: 1.2, align: 'left' },
    ],
    rows,
  };
}
