/** The words every official paper has in common, and what a person reads when one cannot be drawn. */
import type { PrintRefusal } from './refusals.ts';
import type { Dated, Family } from './paper.ts';

export const paperText = {
  /** Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.1; of the Party second-hand. */
  nation: {
    state: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    party: ['ĐẢNG CỘNG SẢN VIỆT NAM'],
  },
  /** Names that are broken behind these words when they are too long for one line. */
  longBodies: ['ỦY BAN NHÂN DÂN', 'HỘI ĐỒNG NHÂN DÂN', 'ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM', 'BAN CHẤP HÀNH ĐẢNG BỘ'],
  letterAbout: (about: string) => `V/v ${about}`,
  addressees: 'Kính gửi:',
  recipients: 'Nơi nhận:',
  archive: (where: string) => `Lưu: ${where}.`,
  annex: (roman: string | undefined) => (roman === undefined ? 'Phụ lục' : `Phụ lục ${roman}`),
  /** Mẫu 2.2: on an electronic paper nothing is filled in here. */
  annexOf: (kind: string, symbol: string, issuer: string) =>
    `(Kèm theo ${kind} số     /${symbol} ngày    tháng    năm      của ${issuer})`,
  letter: 'Công văn',
  end: './.',
} as const;

/** Vietnamese letters in their order, as points are marked (Mục II.6.đ). */
export const pointLetters = Array.from('abcdđeghiklmnopqrstuvxy');

const room = '\u00A0'.repeat(5);

/** Mục II.3.c: numbers below 10 get a zero. */
export function numberLine(family: Family, number: string | undefined, symbol: string): string {
  const given = number === undefined || number === '' ? room : /^\d$/.test(number) ? `0${number}` : number;
  return family === 'party' ? `Số ${given}-${symbol}` : `Số: ${given}/${symbol}`;
}

/** Mục II.4.b: a zero before days below 10 and before months 1 and 2. */
export function dayLine({ place, day }: Dated): string {
  const [year = '', month, date] = day.split('-');
  const months = month === undefined ? room : Number(month) < 3 ? month : String(Number(month));
  return `${place}, ngày ${date ?? room} tháng ${months} năm ${year}`;
}

/** Of a paper that there is as Word too. */
export function printText(refusal: PrintRefusal): string {
  switch (refusal.kind) {
    case 'pdf_unavailable':
      return 'Máy chủ này chưa có phần tạo tệp PDF phù hợp với hệ điều hành. Hãy tải bản Word, và báo người quản trị (docs/operations.md, mục “In văn bản”).';
    case 'pdf_too_slow':
      return `Tạo tệp PDF quá ${refusal.seconds} giây chưa xong nên hệ thống dừng lại. Hãy tải bản Word hoặc chia nhỏ nội dung.`;
  }
}

/** Of one that there is as PDF alone; `advice`: what whoever waits for it can do. */
export function pdfOnlyText(refusal: PrintRefusal, advice: string): string {
  switch (refusal.kind) {
    case 'pdf_unavailable':
      return 'Máy chủ này chưa có phần tạo tệp PDF phù hợp với hệ điều hành. Hãy báo người quản trị (docs/operations.md, mục “In văn bản”).';
    case 'pdf_too_slow':
      return `Tạo tệp PDF quá ${refusal.seconds} giây chưa xong nên hệ thống dừng lại. ${advice}`;
  }
}
