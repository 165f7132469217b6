/** Help for the result of a year's judging: places, levels, what is published and what may still be said about it. */
import type { HelpSection } from './section.ts';

export const rankingSections: readonly HelpSection[] = [
  {
    id: 'xep-hang-thi-dua',
    title: 'Xếp hạng, xếp loại trong khối, cụm',
    lead: 'Sau khi thông báo điểm: chốt điểm, Hội đồng thông qua, công bố kết quả.',
    steps: [
      'Mở đợt chấm điểm, chọn Xếp hạng. Bảng cho thấy hạng, điểm quy đổi, điểm thưởng, điểm trừ, xếp loại và tiêu chí nào không áp dụng.',
      'Đọc mục Điều kiện: bước tiếp theo cần gì, đã đạt hay chưa.',
      'Người thẩm định chốt điểm khi đã hết thời hạn đề nghị xem lại và mọi đề nghị đã được trả lời.',
      'Nếu còn đồng hạng mà có quyết định thứ tự thì ghi lý do và số văn bản trước khi Hội đồng thông qua. Không có quyết định thì giữ đồng hạng.',
      'Thư ký Hội đồng ghi số, ngày biên bản. Người có thẩm quyền, không phải người chốt điểm, công bố kết quả.',
    ],
    notes: [
      'Thủ trưởng đơn vị không đồng ý với kết quả đã công bố thì gửi kiến nghị, kèm tệp nếu có, ở trang Xếp hạng trong thời hạn. Kết luận và văn bản trả lời hiện bên cạnh, kết quả không sửa.',
      'Ngưỡng xếp loại mới và số đơn vị dẫn đầu mỗi cụm, khối do một người đề xuất, người khác xác nhận, ở trang Ngưỡng xếp loại và số đơn vị dẫn đầu.',
      'Chọn Thử quy tắc khác để xem điểm tối đa, quy tắc, ngưỡng khác sẽ làm kết quả năm trước đổi thế nào; không lưu gì.',
      'Kết quả đã công bố có thể đăng công khai cho mọi người xem, không cần đăng nhập, không có tên người.',
      'Điểm của tiêu chí không áp dụng được bỏ khỏi điểm tối đa, không tính là không điểm.',
      'Kết quả đã công bố không sửa. Phiếu hiện số liệu như lúc công bố; số liệu đã đổi từ đó ghi “hiện nay” bên cạnh.',
      'Đơn vị sáp nhập trong năm: báo cáo, tồn tại, sáng kiến của đơn vị cũ được tính cho đơn vị nhận sáp nhập, ghi rõ ở trang Vì sao. Đơn vị chia tách thì không chuyển.',
      'Trang Tính lại kết quả thi đua đã công bố tính lại mọi kết quả từ số liệu đã lưu khi công bố; khác một chữ số cũng được nêu.',
      'Số liệu đổi sau khi Hội đồng thông qua mà làm đổi thứ hạng thì không công bố được: mở lại để trình Hội đồng.',
      'Ngưỡng xếp loại là mặc định của hệ thống cho đến khi tỉnh xác nhận ngưỡng của mình.',
    ],
  },
  {
    id: 'diem-manh-diem-yeu',
    title: 'Điểm mạnh, điểm yếu của đơn vị trong khối, cụm',
    lead: 'Đơn vị được điểm, mất điểm ở đâu so với khối; qua các năm; còn có thể đạt thêm điểm ở đâu.',
    steps: [
      'Mở phiếu chấm điểm, chọn Điểm mạnh, điểm yếu so với khối.',
      'Đọc tiêu đề của mỗi hình: đó là điều đáng chú ý nhất. Mở Bảng số liệu bên dưới để xem từng con số.',
      'Trước khi thông báo điểm chỉ có điểm của riêng đơn vị; sau khi thông báo mới so sánh với khối.',
      'Mục Điểm còn có thể đạt xếp tiêu chí còn nhiều điểm nhất lên trước. Tiêu chí chấm từ số liệu nêu cần thêm bao nhiêu việc để tăng điểm.',
      'Tải phiếu, tải bảng xếp hạng bản Word, PDF, Excel, CSV ở cuối trang phiếu và trang xếp hạng.',
    ],
    notes: [
      'Trung vị: một nửa số đơn vị của khối cao hơn, một nửa thấp hơn. Đơn vị mà tiêu chí không áp dụng thì không tính vào trung vị của tiêu chí đó.',
      'Việc cần thêm được tính đúng theo quy tắc của tiêu chí, không phải dự báo.',
    ],
  },
];
