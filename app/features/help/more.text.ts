/** Help for clerks, second half: plans, reports, initiatives, inspections, library, administration. Anchors are linked to: keep them. */
import type { HelpSection } from './section.ts';

export const moreSections: readonly HelpSection[] = [
  {
    id: 'viec-cua-toi',
    title: 'Bắt đầu từ đâu',
    steps: [
      'Đăng nhập rồi mở Việc của tôi: mọi nhiệm vụ của đơn vị và việc chờ ông/bà xử lý đứng ở đây, mỗi việc một dòng, việc quá hạn trước; người khác phụ trách thì ghi tên.',
      'Chọn một dòng để mở đúng trang làm việc đó. Làm xong, dòng tự mất.',
      'Tin nhắn cho biết việc vừa được chuyển tới hoặc vừa bị trả lại, kèm lý do.',
    ],
    notes: ['Không có việc nào đang chờ thì trang ghi rõ như vậy. Muốn xem tình hình chung, mở Tổng quan.'],
  },
  {
    id: 'tim-kiem',
    title: 'Tìm kiếm',
    steps: [
      'Gõ vào ô tìm kiếm ở thanh trên cùng, có dấu hay không dấu đều được; gõ mã như KT-06, DA-07 cũng được.',
      'Kết quả đúng dấu đứng trước, sau đó đến tên bắt đầu bằng chữ đã gõ, rồi đến tên có chứa chữ đó.',
      'Tìm được chỉ tiêu, đề án, đơn vị, văn bản trong thư viện; khi đã đăng nhập, thêm phong trào, kế hoạch, kỳ báo cáo, kiểm tra và tồn tại, sáng kiến, báo cáo tổng hợp, công văn đôn đốc, trong phạm vi được xem.',
      'Báo cáo tổng hợp đã ban hành, công văn đã ký tìm được cả theo số, ví dụ 12/BC-SNV.',
    ],
  },
  {
    id: 'giao-chi-tieu',
    title: 'Giao chỉ tiêu',
    lead: 'Dành cho người thẩm định và cơ quan phụ trách chỉ tiêu.',
    steps: [
      'Mở Giao chỉ tiêu, chọn Giao mới; chọn chỉ tiêu, đơn vị, năm; ghi mức và văn bản giao.',
      'Giao nhiều đơn vị một lần: tải biểu mẫu Excel, điền, tải lên, xem trước rồi xác nhận.',
    ],
    notes: ['Giao lại thì mức mới thay mức cũ; mức cũ vẫn xem lại được.'],
  },
  {
    id: 'so-lieu-chot',
    title: 'Số liệu chốt',
    lead: 'Dành cho Sở Nội vụ.',
    steps: [
      'Mở Số liệu chốt, chọn ngày và mục đích, rồi chốt. Số đã chốt không đổi nữa, kể cả khi có đính chính về sau.',
      'Đánh giá hằng năm, sơ kết và tổng kết lập từ số liệu chốt.',
    ],
  },
  {
    id: 'sang-kien',
    title: 'Sáng kiến, mô hình của đơn vị',
    lead: 'Mỗi đơn vị mỗi năm có ít nhất một mô hình, sáng kiến, giải pháp, công trình hoặc phần việc tiêu biểu (Chỉ thị, mục II.1.4).',
    steps: [
      'Mở Sáng kiến, mô hình, chọn Soạn mới. Viết vấn đề, điểm mới, hiệu quả, nơi áp dụng; ghi số trước và sau khi áp dụng; ghi tác giả với tỷ lệ đóng góp cộng lại bằng 100%.',
      'Lưu nháp. Trang nêu rõ còn thiếu gì và nội dung nào giống với sáng kiến khác đã có.',
      'Thủ trưởng ký gửi. Khi chưa được xem xét, thủ trưởng lấy lại được.',
      'Bị trả lại thì đọc lý do, sửa, ký gửi lại. Đã công nhận ở đơn vị thì thủ trưởng có thể đề nghị tỉnh công nhận.',
      'Áp dụng sáng kiến của đơn vị khác: mở trang của sáng kiến đó, chọn Ghi nhận đơn vị áp dụng, ghi ngày và kết quả; thủ trưởng hoặc Sở Nội vụ xác nhận.',
    ],
    notes: [
      'Bản nháp chỉ đơn vị thấy; bản đã ký gửi thêm người xem xét thấy; bản đã công nhận mọi người đăng nhập đều thấy.',
      'Trước khi áp dụng chưa đo được thì để trống, không ghi số 0.',
      'Mỗi sáng kiến chỉ dùng cho một lần khen thưởng.',
    ],
  },
  {
    id: 'cham-sang-kien',
    title: 'Xem xét, chấm, công nhận sáng kiến',
    lead: 'Dành cho người xem xét và thành viên hội đồng, tổ chấm.',
    steps: [
      'Mở sáng kiến đang chờ xem xét. Xem mục Nội dung giống với: mở từng bản, đọc đoạn tô nền, ghi kết luận của mình.',
      'Trả lại kèm lý do, hoặc đưa ra chấm ở đơn vị hay ở tỉnh rồi cử thành viên.',
      'Thành viên chấm điểm từng tiêu chí; sửa được đến khi khóa chấm. Có lợi ích liên quan thì đánh dấu và không chấm.',
      'Khóa chấm khi mọi người đã chấm. Đạt mức thì ghi số, ngày quyết định và phạm vi ảnh hưởng để công nhận; không đạt thì ghi lý do.',
    ],
    notes: [
      'Phần mềm chỉ tìm đoạn trùng, không tự kết luận và không chặn.',
      'Tác giả có tài khoản (ghi ở dòng tác giả) không xem xét, kết luận, chấm hay thấy điểm sáng kiến của mình. Chỉ có tên thì người trùng tên phải khai mình không phải tác giả rồi mới làm tiếp.',
      'Người đã ký gửi không tham gia xem xét. Đơn vị chỉ có một thủ trưởng thì người thẩm định hoặc người có thẩm quyền quyết định làm thay.',
      'Bộ tiêu chí ban đầu là mặc định của phần mềm, chờ tỉnh xác nhận; người thẩm định hoặc người có thẩm quyền quyết định đề xuất bản mới ở Bộ tiêu chí chấm, một người khác xác nhận rồi mới được dùng.',
    ],
  },
  {
    id: 'thu-vien',
    title: 'Thư viện văn bản',
    steps: [
      'Mở Thư viện văn bản, gõ từ cần tìm, số hiệu, hoặc số điều (ví dụ: điều 22). Kết quả dẫn thẳng tới điều đó.',
      'Trang của văn bản ghi số, ngày, hiệu lực, nguồn và mức độ xác minh; sao chép địa chỉ của một điều để gửi cho người khác.',
      'Người thẩm định và quản trị hệ thống thêm văn bản mới hoặc bản mới của văn bản đã có; ghi văn bản nào sửa đổi, thay thế, hướng dẫn văn bản nào. Trang của cả hai văn bản tự nói còn hiệu lực hay không, được văn bản nào sửa đổi.',
      'Biểu mẫu có tệp để tải về ngay ở danh sách; chọn Loại: Biểu mẫu để chỉ xem biểu mẫu.',
    ],
    notes: [
      'Văn bản chưa có nguyên văn vẫn được liệt kê và ghi rõ là chưa đọc được. Chữ trong tệp Word, Excel, PDF tìm được; bản chụp, ảnh thì không.',
      'Biểu mẫu của phần mềm đứng ở cuối trang. Khi viện dẫn chính thức, đối chiếu với Công báo.',
    ],
  },
  {
    id: 'quan-tri',
    title: 'Quản trị hệ thống',
    lead: 'Dành cho quản trị hệ thống, người thẩm định, người kiểm soát.',
    steps: [
      'Đơn vị, khối, cụm: thêm, đổi tên, sáp nhập kèm căn cứ và ngày; nạp nhiều bằng Excel.',
      'Người dùng: thêm người, giao vai trò tại đơn vị, gửi đường dẫn đặt mật khẩu.',
      'Tham số: ngưỡng, hạn, lịch nghỉ. Nhật ký: ai làm gì, lúc nào, trước và sau ra sao.',
    ],
    notes: ['Quản trị hệ thống không vì thế mà xem hoặc duyệt được số liệu; mỗi việc cần đúng vai trò.'],
  },
];
