/** Help: the year of a block. */
import type { HelpSection } from './section.ts';

export const blockSections: readonly HelpSection[] = [
  {
    id: 'khoi-cum',
    title: 'Khối, cụm thi đua',
    lead: 'Dành cho đơn vị trưởng, phó, thành viên của khối, cụm và cơ quan tổ chức khối, cụm.',
    steps: [
      'Mở Khối, cụm thi đua, chọn khối và năm: thành viên, trưởng, phó, quyết định, giao ước, các cuộc họp.',
      'Cơ quan tổ chức: chọn Ghi nhận quyết định để lưu số, ngày, tệp cùng vai trò của từng thành viên; chọn Phương án luân phiên để xem ai đến lượt làm trưởng, sửa nếu cần rồi xác nhận.',
      'Trưởng soạn giao ước: Soạn giao ước, Lưu bản soạn, Đưa ra lấy chữ ký; theo dõi đơn vị nào đã ký, rồi Kết thúc ký. Còn đơn vị chưa ký thì ghi lý do mới kết thúc được.',
      'Trưởng tổ chức họp: Lập cuộc họp, Mời họp; họp xong chọn Ghi nhận đã họp, ghi thành phần, diễn biến, kết luận, từng việc thống nhất với đơn vị và hạn, rồi Chốt biên bản. Việc đang chờ trưởng nằm ở Việc của tôi.',
      'Trưởng đi vắng: trưởng hoặc thủ trưởng đơn vị phó chọn Ghi nhận phó làm thay khi trưởng vắng, ghi đến ngày nào và lý do. Trong những ngày đó phó soạn, mời, ghi biên bản, phân công chấm chéo như trưởng; hết hạn hoặc chọn Kết thúc làm thay thì thôi.',
      'Thủ trưởng đơn vị thành viên: mở Việc của tôi, đọc lời văn giao ước, ký cho đơn vị mình; rút được chữ ký, kèm lý do, khi chưa kết thúc ký. Không ký thì chọn Không ký, ghi lý do: trưởng khối, cụm và cơ quan tổ chức thi đua đọc được.',
      'Đơn vị được giao việc tại cuộc họp: báo kết quả ở trang cuộc họp.',
    ],
    notes: [
      'Chỉ đơn vị trưởng của đúng năm đó viết được; phó chỉ viết khi đã ghi nhận làm thay, mọi việc ghi rõ làm thay ai. Trưởng khối khác không làm được gì ở khối này.',
      'Đổi lời văn giao ước sau chữ ký đầu tiên thì lập bản mới và các đơn vị ký lại.',
      'Hết năm thi đua thì không soạn, không ký giao ước của năm đó nữa; trang giao ước không còn nút ký và nói rõ vì sao. Cuộc họp đã diễn ra mà chưa mời trên hệ thống: lập với ngày đã họp rồi chọn Ghi nhận đã họp.',
      'Đơn vị sáp nhập trong năm: đơn vị tiếp nhận duy nhất ký và làm tiếp. Đơn vị vào khối, cụm sau khi kết thúc ký thì chưa có chữ ký; muốn có thì trưởng lập bản mới.',
      'Từ trang của năm mở được bộ tiêu chí, đợt chấm điểm và kết quả của khối, cụm; từ các trang đó cũng trở lại trang của năm.',
      'Bản soạn, cuộc họp chưa mời và biên bản chưa chốt thì người ngoài không thấy. Giao ước đã ký kết và biên bản đã chốt thì ai đăng nhập cũng xem được.',
      'Thứ tự luân phiên: làm trưởng lâu nhất trước đây hoặc chưa từng làm thì trước; ngang nhau thì theo thứ tự danh sách. Đây là cách mặc định của hệ thống, người xác nhận quyết định.',
    ],
  },
];
