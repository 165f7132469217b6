/** Help for clerks: the yearly judgement of units. Anchors are linked to: keep them. */
import type { HelpSection } from './section.ts';

export const scoringSections: readonly HelpSection[] = [
  {
    id: 'cham-diem',
    title: 'Chấm điểm thi đua',
    lead: 'Mỗi khối, cụm có một đợt chấm điểm trong năm, theo bộ tiêu chí đã ban hành.',
    steps: [
      'Sở Nội vụ lập đợt chấm điểm từ bộ tiêu chí đã ban hành, đặt hạn cho từng bước, rồi mở chấm điểm. Mỗi đơn vị trong khối, cụm có một phiếu.',
      'Đơn vị mở phiếu của mình, chọn Tự chấm điểm. Nhập điểm ở từng tiêu chí, lưu nhiều lần được. Tiêu chí cần minh chứng thì đính kèm tệp. Thủ trưởng gửi phiếu.',
      'Đơn vị được phân công chấm chéo nhập điểm chấm chéo; khác điểm tự chấm thì ghi lý do. Cơ quan chuyên môn chấm tiêu chí thuộc lĩnh vực.',
      'Sở Nội vụ thẩm định từng phiếu, kết thúc thẩm định, rồi thông báo điểm cho cả khối, cụm.',
      'Trong thời hạn sau khi thông báo, thủ trưởng đơn vị đề nghị xem lại điểm; Sở Nội vụ trả lời từng đề nghị.',
    ],
    notes: [
      'Điểm từ số liệu do hệ thống tính, không nhập tay; số liệu được đính chính trước khi chốt thì điểm tính lại.',
      'Ở tiêu chí chấm từ số liệu, chọn Vì sao? để xem cách tính, từng bước ra điểm, danh sách việc được tính, vì sao chưa có điểm và cần làm gì.',
      'Bằng 0, chưa có và không áp dụng là ba điều khác nhau. Tiêu chí không áp dụng được bỏ khỏi điểm tối đa, không tính là mất điểm.',
      'Ô để trống là chưa chấm. Hai người cùng chấm một tiêu chí thì người lưu sau thấy cả hai bản để chọn.',
      'Phiếu đang tự chấm chỉ đơn vị thấy. Các đơn vị trong khối, cụm thấy điểm của nhau sau khi thông báo.',
    ],
  },
];
