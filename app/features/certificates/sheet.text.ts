/** The facts of one certificate in words, and the sheet that is set of them. */
import { dayLine } from '../../platform/print/text.ts';
import { dateText } from '../../ui/moment.ts';
import { getAward } from '../awards/award.ts';
import { awardNameOn } from '../awards/text.ts';
import { bareAwardName } from '../decisions/draft.text.ts';
import type { CertificateRow } from './certificate.server.ts';
import { shownCode } from './code.ts';
import type { Fact, Layout, Line, LineKey } from './layout.ts';
import { filled, lineKeys } from './layout.ts';

export function factsIn(row: CertificateRow): Readonly<Record<Fact, string>> {
  const { content, posthumous, awardCode, positionTitle, unitName, name } = row;
  const { type } = getAward(awardCode);
  const verb = posthumous ? 'Truy tặng' : 'Tặng';
  return {
    'nguoi-quyet-dinh': content.enactedBy,
    tang: type === 'title' ? `${verb} danh hiệu` : verb,
    'danh-hieu': bareAwardName(awardNameOn(awardCode, row.decidedOn)),
    ten: name,
    'don-vi': [positionTitle, unitName === name ? null : unitName].filter(Boolean).join(', '),
    'thanh-tich': capital(content.merit),
    'so-quyet-dinh': row.decisionNumber,
    'ngay-quyet-dinh': dateText(row.decidedOn),
    'so-vang': row.goldenBookNumber ?? '',
    'dia-danh-ngay': dayLine({ place: content.place, day: row.decidedOn }),
    'chuc-vu': content.authority === '' ? content.office : `${content.authority} ${content.office}`,
    'nguoi-ky': content.signer,
    ma: shownCode(row.code),
  };
}

const capital = (text: string) => `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`;

/**
 * `fit`: made smaller where it is too long for its line; other lines go on below, but never into the next: `room` is the height there is, in mm.
 */
export type SetLine = Omit<Line, 'preprinted' | 'capitals'> & { readonly fit: boolean; readonly room: number };

/** Only what varies on a blank; all of it otherwise. */
export function linesOf(layout: Layout, of: Readonly<Record<Fact, string>>, onBlank: boolean): readonly SetLine[] {
  const set = lineKeys.flatMap((key: LineKey) => {
    const { preprinted, capitals, ...line } = layout.lines[key];
    const text = filled(line.text, of);
    if (text === '' || (onBlank && preprinted)) return [];
    return [{ ...line, fit: key !== 'merit' && key !== 'place', text: capitals ? text.toLocaleUpperCase('vi') : text }];
  });
  return set.map((line) => ({ ...line, room: roomBelow(line, set) }));
}

const sheetHeight = 210;
type Placed = Pick<Line, 'x' | 'y' | 'width'>;

/** Down to the nearest line that stands in its way, else to the end of the sheet. */
function roomBelow(own: Placed, all: readonly Placed[]): number {
  const inTheWay = all.filter(({ x, y, width }) => y > own.y && x < own.x + own.width && own.x < x + width);
  return Math.min(sheetHeight, ...inTheWay.map(({ y }) => y)) - own.y;
}

export const sheetTitle = (rows: readonly CertificateRow[]) =>
  rows.length === 1 && rows[0]
    ? `${awardNameOn(rows[0].awardCode, rows[0].decidedOn)}: ${rows[0].name}`
    : 'Bằng khen thưởng';
export const codeLabel = (code: string) => `Mã kiểm tra: ${shownCode(code)}`;
