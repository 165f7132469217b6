/** Help for criteria sets. */
import type { HelpSection } from './section.ts';

export const criteriaSections: readonly HelpSection[] = [
  {
    id: 'bo-tieu-chi',
    title: 'Bộ tiêu chí chấm điểm',
    lead: 'Sở Nội vụ lập và ban hành; mọi người đăng nhập xem được các bộ đã ban hành.',
    steps: [
      'Mở Bộ tiêu chí. Chọn khối, cụm, năm để tìm bộ của đơn vị mình; mở ra để xem từng tiêu chí, điểm tối đa và cách chấm.',
      'Để lập bộ mới: chọn Lập bộ tiêu chí, chọn khối, cụm và năm; lấy nội dung từ bản gợi ý (ba loại khối, cụm; phong trào chuyên đề đánh giá hằng năm, sơ kết hoặc tổng kết), từ một bộ đã có hoặc bắt đầu từ bộ trống.',
      'Thêm nhóm trước, rồi thêm tiêu chí vào nhóm. Điểm ghi như 12,5. Điểm của nhóm phải bằng tổng điểm của các mục bên trong.',
      'Chọn cách chấm cho từng tiêu chí: tính từ số liệu, đơn vị tự chấm có minh chứng, hoặc cơ quan phụ trách lĩnh vực chấm.',
      'Tiêu chí tính từ số liệu cần chọn số liệu, cách tính và ngưỡng. Điểm này do hệ thống tính, không ai nhập tay.',
      'Muốn sửa nhiều mục một lần: chọn Nạp từ Excel, tải tệp của dự thảo, sửa rồi nạp lại; hệ thống cho xem thay đổi trước khi ghi.',
      'Chỗ nào chưa đúng được ghi ngay dưới tiêu chí đó. Hết chỗ phải sửa thì chọn Ban hành, ghi số và ngày văn bản.',
    ],
    notes: [
      'In hoặc tải bộ tiêu chí bằng Word, PDF để gửi kèm văn bản ban hành; So với bộ khác để xem từng chỗ khác nhau.',
      'Bản gợi ý là đề xuất của hệ thống để tỉnh xem xét, không phải quy định. Cơ quan chấm từng lĩnh vực do tỉnh chọn.',
      'Nên ban hành trước khi năm chấm điểm bắt đầu. Ban hành muộn vẫn làm được nhưng phải nêu lý do.',
      'Bộ đã ban hành không sửa. Muốn đổi thì chọn Lập bản thay thế và nêu lý do; bản cũ vẫn xem lại được.',
      'Giữ nguyên mã tiêu chí qua các năm thì mới so sánh được kết quả giữa các năm.',
    ],
  },
];
