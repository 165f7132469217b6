/** What is told of scoring. */
import { dateText } from '../../ui/moment.ts';
import type { MessageFacts } from './message.ts';

type Said = { readonly subject: string; readonly sentence: string };
const until = (day: string | null) => (day === null ? '' : ` Hạn: hết ngày ${dateText(day)}.`);

export function judgementSaid({ move, title, day }: Extract<MessageFacts, { about: 'judgement' }>): Said {
  return move === 'open'
    ? { subject: 'Mở chấm điểm thi đua', sentence: `${title}: đơn vị tự chấm điểm trên phiếu.${until(day)}` }
    : {
        subject: 'Đã thông báo điểm thi đua',
        sentence: `${title}: xem điểm của đơn vị; thủ trưởng được đề nghị xem lại điểm.${until(day)}`,
      };
}

export function scoreCardSaid({ what, unit, day, reason }: Extract<MessageFacts, { about: 'score_card' }>): Said {
  const why = reason ? ` Lý do: ${reason}` : '';
  switch (what) {
    case 'to_cross':
      return {
        subject: 'Có phiếu chờ chấm chéo',
        sentence: `Phiếu chấm điểm của ${unit} chờ đơn vị ông/bà chấm chéo.${until(day)}`,
      };
    case 'to_appraise':
      return { subject: 'Có phiếu chờ thẩm định', sentence: `Phiếu chấm điểm của ${unit} chờ thẩm định.` };
    case 'return':
      return {
        subject: 'Phiếu chấm điểm bị trả lại',
        sentence: `Phiếu chấm điểm của ${unit} được trả lại để sửa.${why}`,
      };
    case 'drop':
      return {
        subject: 'Phiếu được đưa ra khỏi đợt chấm điểm',
        sentence: `Phiếu chấm điểm của ${unit} được đưa ra khỏi đợt.${why}`,
      };
    case 'reminded':
      return { subject: 'Sắp hết hạn chấm điểm', sentence: `Phiếu chấm điểm của ${unit} chưa chấm xong.${until(day)}` };
  }
}

export function objectionSaid({ stage, unit, code }: Extract<MessageFacts, { about: 'objection' }>): Said {
  const about = code === null ? 'cả phiếu' : `tiêu chí ${code}`;
  switch (stage) {
    case 'filed':
      return { subject: 'Có đề nghị xem lại điểm', sentence: `${unit} đề nghị xem lại điểm (${about}).` };
    case 'upheld':
      return {
        subject: 'Đề nghị xem lại điểm được chấp nhận',
        sentence: `${unit}, ${about}: đã ghi điểm mới. Mở phiếu để xem trả lời.`,
      };
    default:
      return {
        subject: 'Đề nghị xem lại điểm không được chấp nhận',
        sentence: `${unit}, ${about}: giữ nguyên điểm. Mở phiếu để xem trả lời.`,
      };
  }
}

export function levelsSaid({ move, unit, year, reason }: Extract<MessageFacts, { about: 'levels' }>): Said {
  const list = `Danh sách xếp loại cá nhân năm ${year} của ${unit}`;
  switch (move) {
    case 'submit':
      return { subject: 'Có danh sách xếp loại chờ xác nhận', sentence: `${list} chờ thủ trưởng xác nhận.` };
    case 'return':
      return {
        subject: 'Danh sách xếp loại bị trả lại',
        sentence: `${list} được trả lại để sửa.${reason ? ` Lý do: ${reason}` : ''}`,
      };
    case 'confirm':
      return {
        subject: 'Đã xác nhận danh sách xếp loại',
        sentence: `${list} đã được xác nhận và ghi vào sổ khen thưởng.`,
      };
  }
}
