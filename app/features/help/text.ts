/** The help, written for clerks, one section a task. The anchors (`id`) are linked to from other pages: keep them. */
import type { StatusName } from '../../ui/status.ts';
import { commendationSections } from './commendation.text.ts';
import { blockSections } from './blocks.text.ts';
import { criteriaSections } from './criteria.text.ts';
import { rankingSections } from './ranking.text.ts';
import { scoringSections } from './scoring.text.ts';
import { moreSections } from './more.text.ts';
import type { HelpSection } from './section.ts';

export const helpText = {
  title: 'Trợ giúp',
  lead: 'Mỗi mục trả lời một việc. Việc nào cũng làm được bằng bàn phím và khi trình duyệt tắt JavaScript.',
  contents: 'Các mục trợ giúp',
  handbooks: 'Sổ tay theo vai trò, để in',
  handbook: (role: string) => `Sổ tay: ${role}`,
  handbookLead:
    'Các mục trợ giúp cho vai trò này, theo trình tự công việc trong năm. Dùng chức năng in của trình duyệt.',
  other: 'Sổ tay của vai trò khác',
  ofPage: 'Trợ giúp cho trang này',
} as const;

export const helpSections: readonly HelpSection[] = [
  {
    id: 'nhap-so-lieu',
    title: 'Nhập số liệu',
    lead: 'Dành cho chuyên viên đầu mối và thủ trưởng đơn vị.',
    steps: [
      'Mở Việc của tôi để xem kỳ nào đang chờ nhập và hạn gửi, hoặc mở Nhập số liệu rồi chọn đơn vị, kỳ báo cáo.',
      'Gõ số theo cách viết tiếng Việt: dấu phẩy cho phần thập phân, dấu chấm cho hàng nghìn. Ví dụ 1.234,5.',
      'Với tỉ lệ, nhập hai số gốc (tử số và mẫu số); hệ thống tự tính. Nhờ vậy số toàn tỉnh được tính đúng.',
      'Ghi nguồn số liệu và ngày số liệu tính đến. Chỉ tiêu có yêu cầu minh chứng thì đính kèm ít nhất một tệp.',
      'Chọn Lưu nháp để làm tiếp sau, hoặc Gửi duyệt khi đã xong.',
    ],
    notes: [
      'Để trống nghĩa là chưa có số liệu. Số 0 là số liệu: chỉ nhập 0 khi kết quả thật sự bằng không.',
      'Nhập hai lần cùng một nội dung không tạo ra hai số liệu.',
      'Nếu người khác vừa sửa cùng số liệu, cả hai bản được hiện ra để chọn; không bản nào bị mất.',
    ],
  },
  {
    id: 'khong-co-mang',
    title: 'Làm việc khi không có mạng',
    lead: 'Báo cáo kỳ, số liệu và tiến độ kế hoạch nhập được cả khi mất mạng, trên trình duyệt đã đăng nhập trước đó.',
    steps: [
      'Khi còn mạng, mở Việc của tôi. Trình duyệt tự lưu trên máy các trang đang đến hạn; trang nào đã mở cũng được lưu.',
      'Mất mạng, mở lại trang như thường. Trang ghi rõ “Đang ngoại tuyến” và được lưu lúc nào.',
      'Nhập và bấm nút như thường. Nội dung được kiểm tra ngay trên máy, theo đúng các quy tắc như khi có mạng.',
      'Chọn Chờ gửi ở thanh trên cùng để xem nội dung nào chưa đến hệ thống, từ lúc nào, vì sao.',
      'Có mạng trở lại, nội dung tự gửi, mỗi nội dung một lần, khi một trang của hệ thống đang mở.',
    ],
    notes: [
      'Phiên làm việc đã hết thì nội dung vẫn được giữ: đăng nhập lại bằng chính tài khoản đó, nội dung tự gửi tiếp. Người khác đăng nhập trên máy này không xem được và không gửi thay.',
      'Trong lúc đó có người khác sửa cùng nội dung: hai bản hiện cạnh nhau để chọn.',
      'Tệp đính kèm được giữ trên máy khi bấm nút, mỗi lần tối đa 10 MB, và gửi cùng nội dung khi có mạng. Tệp mới chọn mà chưa bấm nút thì không được giữ.',
      'Máy dùng chung: đăng xuất khi rời máy. Đăng xuất xóa mọi thứ của ông/bà đã giữ trên máy; còn nội dung chưa gửi thì hệ thống hỏi trước.',
      'Ở các trang khác, mất mạng khi bấm nút thì chờ có mạng rồi bấm lại; bấm hai lần cũng chỉ tính một lần.',
      'Duyệt, phê duyệt, tìm kiếm và số liệu mới nhất cần có mạng. Tắt JavaScript thì các trang vẫn dùng được, nhưng chỉ khi có mạng.',
    ],
  },
  {
    id: 'bao-cao-tong-hop',
    title: 'Báo cáo tổng hợp và tải văn bản',
    lead: 'Dành cho người thẩm định ở Sở Nội vụ; cơ quan chủ trì đề án lập được báo cáo của đề án mình.',
    steps: [
      'Mở Báo cáo tổng hợp, chọn Lập báo cáo tổng hợp. Báo cáo của một kỳ lấy nội dung các báo cáo đã tiếp nhận; đánh giá hằng năm, sơ kết, tổng kết lấy từ số liệu chốt.',
      'Mở từng mục, viết tóm tắt của cơ quan tổng hợp ở ô bên trái, nội dung các đơn vị ở bên phải. Nội dung các đơn vị in ở phụ lục của mục; muốn khác thì chọn cho cả mục hoặc từng đoạn. Nhiều đơn vị viết giống hệt nhau thì in một lần, kèm tên các đơn vị.',
      'Sửa đoạn, đổi thứ tự, hoặc không đưa vào. Nguồn luôn hiện bên cạnh mỗi đoạn, mỗi bảng; số liệu của một kỳ tính đến hết ngày cuối của kỳ.',
      'Có báo cáo tiếp nhận sau thì chọn Lấy thêm nội dung mới. Đoạn đã sửa giữ nguyên; nguồn đã đổi thì được đánh dấu và bản mới hiện thêm bên cạnh. Mục mà mẫu mới có thêm cũng được đưa vào.',
      'Mở Thể thức văn bản để sửa ký hiệu, địa danh, nơi nhận, người ký. Tải bản thảo Word hoặc PDF để xem trước.',
      'Chốt báo cáo. Thủ trưởng cơ quan ban hành ghi số, ngày của văn bản đã ký, hoặc trả lại kèm lý do.',
    ],
    notes: [
      'Bản đã chốt không bao giờ thay đổi, kể cả khi số liệu được đính chính về sau. Lấy lại để sửa thì bản đã chốt vẫn được giữ.',
      'Bảng lấy từ số liệu nên không sửa bằng tay: sửa số liệu ở nơi nhập rồi lấy lại.',
      'Đề án thuộc phạm vi bí mật nhà nước chỉ có một dòng, không có nội dung và số liệu.',
      'Đơn vị tải được báo cáo đã ký của mình thành Word, PDF ở ngay trang báo cáo đó.',
      'Văn bản trình bày theo Nghị định 30/2020/NĐ-CP. Mẫu của cơ quan Đảng theo nguồn thứ cấp, chờ cơ quan Đảng xác nhận.',
      'Số liệu thống kê ngành (0601 đến 0605) có ở nút cùng tên: hệ thống cho số, không dựng biểu vì chưa có mẫu gốc.',
    ],
  },
  {
    id: 'gui-duyet',
    title: 'Gửi duyệt và lấy lại',
    steps: [
      'Chọn Gửi duyệt. Số liệu chuyển sang chờ duyệt và không sửa được nữa.',
      'Nếu phát hiện sai khi chưa được duyệt, mở số liệu đó và chọn Lấy lại để sửa.',
      'Khi được xác nhận, số liệu trở thành số chính thức và tính vào kết quả.',
    ],
    notes: [
      'Người đã gửi không tự xác nhận số liệu của mình. Việc xác nhận do người phụ trách chỉ tiêu hoặc người thẩm định làm.',
      'Số liệu chưa xác nhận không tính vào kết quả chính thức và luôn được ghi rõ là chưa xác nhận.',
    ],
  },
  {
    id: 'don-doc',
    title: 'Đôn đốc, nhắc việc',
    lead: 'Mở Đôn đốc để xem việc quá hạn và sắp đến hạn trong phạm vi được xem: báo cáo, số liệu, kế hoạch, đăng ký chỉ tiêu, nhiệm vụ và mốc, tiếp nhận phong trào.',
    steps: [
      'Lọc theo tình trạng, loại việc, đơn vị, người phụ trách. Địa chỉ trang giữ nguyên bộ lọc nên gửi được cho người khác; tải danh sách đang xem bằng Excel hoặc CSV.',
      'Đánh dấu các việc rồi chọn Nhắc các việc đã chọn. Trang tiếp theo nêu đúng các việc và số người sẽ được nhắc; chọn Gửi nhắc để gửi tin nhắn và thư điện tử. Mỗi lần nhắc được đến 5.000 việc.',
      'Sở Nội vụ chọn Soạn công văn để có công văn đôn đốc từ các việc quá hạn đã đánh dấu: một công văn chung kèm Phụ lục, hoặc mỗi đơn vị một công văn. Chọn cơ quan ban hành; tên, ký hiệu, địa danh, chức vụ được điền theo cơ quan đó. Sửa nội dung, chọn quyền hạn ký, tải bản Word hoặc PDF để trình ký; ký xong thì ghi số, ngày để ban hành.',
      'Mở Lịch và thư nhắc việc để lấy địa chỉ đưa hạn các việc vào Outlook, Google Lịch hoặc điện thoại, và để chọn có nhận thư tổng hợp hay không.',
      'Thủ trưởng mở Phân công người phụ trách để chọn ai nhận lời nhắc của từng loại việc, hoặc của riêng một việc, rồi lưu một lần. Có người vừa đổi cùng mục thì trang nói rõ và chưa lưu gì.',
    ],
    notes: [
      'Mỗi nhiệm vụ mỗi ngày chỉ nhắc một lần; nhắc lần nữa thì hệ thống cho biết đã nhắc lúc nào.',
      'Chưa phân công thì chuyên viên đầu mối phụ trách, không có thì thủ trưởng. Đơn vị chưa có cả hai thì ghi “chưa có người phụ trách”, cần người quản trị giao vai trò.',
      'Người được phân công mà rời đơn vị thì việc tự chuyển về chuyên viên đầu mối và trang ghi rõ cần phân công lại.',
      '7 giờ sáng các ngày làm việc, ai có việc đến mốc nhắc thì nhận một bản tổng hợp. Mặc định của phần mềm, chờ tỉnh xác nhận: nhắc trước 5 và 1 ngày làm việc, đúng hạn, sau 1, 3 và 5 ngày làm việc; quá hạn 3 ngày làm việc báo thủ trưởng, 7 ngày báo cơ quan thẩm định.',
      'Hạn trúng ngày nghỉ thì tính đến hết ngày làm việc tiếp theo. Ngày nghỉ không gửi nhắc. Máy chủ dừng trọn ngày thì mốc nhắc của ngày đó được gửi bù một lần vào ngày làm việc sau.',
      'Chỉ thị không nêu hạn lập kế hoạch và đăng ký chỉ tiêu; tỉnh chưa đặt hạn thì ghi “chưa đặt hạn”.',
    ],
  },
  {
    id: 'viet-bao-cao',
    title: 'Viết và gửi báo cáo',
    lead: 'Dành cho chuyên viên đầu mối và thủ trưởng đơn vị.',
    steps: [
      'Mở Việc của tôi, chọn báo cáo đang chờ. Mỗi mục có gợi ý; bảng số liệu, đăng ký, tiến độ kế hoạch tự lấy.',
      'Kết quả theo đề án viết từng tiêu chí; đề án khác viết ở phần chung.',
      'Tệp kèm theo (bản ký đóng dấu đã quét, phụ lục): chọn tệp rồi bấm Lưu và kèm tệp. Phần đã viết được lưu cùng.',
      'Chuyên viên chọn Lưu và trình thủ trưởng. Thủ trưởng xem lại, chọn Lưu, ký và gửi.',
      'Bị trả lại thì đọc lý do, sửa và gửi lần nữa. Đúng hạn hay muộn vẫn tính theo lần gửi đầu tiên.',
    ],
    notes: [
      'Mẫu có thể đổi khi kỳ đang mở. Phần đã viết không mất: mục không còn trong mẫu hiện ở cuối trang để chép sang mục khác.',
      'Đơn vị đã sáp nhập: đơn vị kế thừa thấy báo cáo của đơn vị cũ ở Việc của tôi, viết và ký gửi thay được.',
      'Các kỳ trước của đơn vị xem ở liên kết Các kỳ khác của đơn vị, tải được Excel và CSV.',
    ],
  },
  {
    id: 'mo-ky-bao-cao',
    title: 'Mở kỳ báo cáo, lập mẫu',
    lead: 'Dành cho người thẩm định của cơ quan tổng hợp.',
    steps: [
      'Mở Kỳ báo cáo, chọn Lập kỳ báo cáo: tên, kỳ số liệu, hạn, mẫu, nhóm đơn vị. Khi còn chuẩn bị thì sửa được.',
      'Mở kỳ thì các đơn vị được báo tin. Sau đó còn lùi hạn, chuyển sang bản mẫu mới hơn, thêm bớt đơn vị, mỗi việc ghi lý do.',
      'Đơn vị không phải báo cáo thì ghi miễn, có lý do. Đơn vị đã viết thì không đưa ra khỏi kỳ được, chỉ miễn.',
      'Xem ai đã gửi, muộn, chưa gửi; theo loại đơn vị, theo khối, cụm. Đơn vị chưa có ai giữ vai trò ghi chưa có người phụ trách.',
      'Mẫu báo cáo: chọn Lập bản mới, thêm, sửa, xếp lại mục rồi ban hành. Bản đã ban hành không đổi nữa.',
    ],
  },
  {
    id: 'bi-tra-lai',
    title: 'Số liệu bị trả lại',
    steps: [
      'Đọc lý do ở Việc của tôi, ở tin nhắn hoặc ngay trên số liệu.',
      'Mở số liệu, sửa theo lý do, bổ sung nguồn hoặc minh chứng nếu thiếu.',
      'Chọn Gửi duyệt lần nữa.',
    ],
  },
  {
    id: 'dinh-chinh',
    title: 'Số đã xác nhận nhưng sai',
    lead: 'Số đã xác nhận không bao giờ bị ghi đè.',
    steps: [
      'Mở số liệu đó và chọn Đính chính.',
      'Nhập số đúng và lý do, rồi gửi duyệt như một số liệu mới.',
      'Khi bản đính chính được xác nhận, nó thay bản cũ. Bản cũ vẫn xem lại được.',
    ],
  },
  {
    id: 'duyet',
    title: 'Duyệt số liệu',
    lead: 'Dành cho người phụ trách chỉ tiêu và người thẩm định.',
    steps: [
      'Mở Duyệt số liệu. Danh sách chỉ có những số liệu thuộc phạm vi được giao.',
      'Chọn một hoặc nhiều dòng, rồi chọn Xác nhận hoặc Trả lại. Trang sau nêu đúng những dòng sẽ thay đổi.',
      'Khi trả lại, viết lý do để đơn vị biết cần sửa gì.',
    ],
  },
  {
    id: 'nap-excel',
    title: 'Nạp số liệu từ Excel',
    steps: [
      'Ở trang Nhập số liệu, tải biểu mẫu Excel của đơn vị hoặc của chỉ tiêu. Ô khóa không cần điền.',
      'Điền số vào các ô trống, lưu tệp dạng .xlsx rồi tải lên.',
      'Xem trước: hệ thống nêu từng ô sẽ thêm, sẽ đổi, và từng ô sai kèm cách sửa.',
      'Xác nhận nạp. Hoặc tất cả được nạp, hoặc không dòng nào được nạp.',
    ],
    notes: [
      'Nạp lại cùng một tệp không làm thay đổi gì thêm.',
      'Với tệp lớn có thể rời trang; khi xong sẽ có tin nhắn. Nếu máy chủ dừng giữa chừng, chỉ cần nạp lại: không trùng, không thiếu.',
    ],
  },
  {
    id: 'dang-ky',
    title: 'Đăng ký chỉ tiêu thi đua',
    steps: [
      'Mở Đăng ký chỉ tiêu, chọn đơn vị và năm.',
      'Đăng ký theo chỉ tiêu, theo đề án hoặc theo một tiêu chí của đề án; ghi rõ nội dung và mức đăng ký.',
      'Gửi đăng ký. Sở Nội vụ hoặc cơ quan phụ trách chỉ tiêu tiếp nhận, hoặc trả lại kèm lý do.',
    ],
  },
  {
    id: 'phong-trao',
    title: 'Phong trào thi đua',
    steps: [
      'Đơn vị phát động: mở Phong trào thi đua, chọn Soạn phong trào mới; ghi mục đích, mục tiêu, thời gian, các lần đánh giá; chọn phạm vi theo loại đơn vị, theo khối, cụm hoặc từng đơn vị. Thủ trưởng phát động khi văn bản đã có số và ngày.',
      'Đơn vị trong phạm vi: mở Việc của tôi, chọn Tiếp nhận; sau đó có thể phát động tiếp trong đơn vị mình.',
      'Trong khi thực hiện: ghi kết quả đánh giá, sơ kết. Hết thời gian thì kết thúc, rồi ghi kết luận tổng kết.',
      'Trang của phong trào cho biết bao nhiêu đơn vị đã tiếp nhận, phát động tiếp, có kế hoạch, có đăng ký; bấm vào số để xem từng đơn vị.',
    ],
    notes: [
      'Sau khi phát động không sửa được nội dung. Phong trào ngắn theo nhiệm vụ cấp bách chỉ cần ghi ngày đầu và ngày cuối.',
      'Ai được xem: công khai, nội bộ, hoặc hạn chế trong phạm vi. Đó không phải là dấu bí mật nhà nước.',
      'Phong trào thuộc bí mật nhà nước chỉ ghi số, ngày văn bản, đơn vị gửi và việc tiếp nhận; mọi nội dung khác ở ngoài hệ thống.',
      'Đơn vị thành lập sau ngày phát động mà thuộc phạm vi sẽ tự vào và được báo. Khi sáp nhập, đơn vị mới kế thừa việc tiếp nhận nếu mọi đơn vị cũ đã tiếp nhận.',
    ],
  },
  {
    id: 'ke-hoach',
    title: 'Kế hoạch',
    lead: 'Cơ quan chủ trì lập kế hoạch đề án; đơn vị trong phạm vi phong trào lập kế hoạch thực hiện phong trào.',
    steps: [
      'Mở Kế hoạch, chọn Lập kế hoạch mới; ghi mục tiêu, thời gian. Thêm từng nhiệm vụ: sản phẩm, đơn vị chủ trì, phối hợp, người phụ trách, các mốc. Hoặc chọn Lập bằng Excel: tải biểu mẫu, điền, nạp lại.',
      'Chọn các đăng ký chỉ tiêu đưa vào kế hoạch. Với đề án, chọn nội dung mà mỗi nhiệm vụ thực hiện; nội dung chưa có nhiệm vụ được chỉ ra.',
      'Chuyên viên đầu mối trình; thủ trưởng phê duyệt, ghi số và ngày của văn bản đã ký, đính kèm bản ký.',
      'Mở từng nhiệm vụ để cập nhật tiến độ, kèm minh chứng. Đơn vị phối hợp tự cập nhật phần việc của mình.',
      'Muốn thay đổi sau phê duyệt: chọn Lập bản điều chỉnh. So sánh với bản trước cho thấy những gì đã đổi.',
    ],
    notes: [
      'Trang Tiến độ liệt kê mọi nhiệm vụ, mốc quá hạn, có nguy cơ chậm hoặc sắp đến hạn, theo đơn vị và theo đề án; tải về Excel hoặc CSV.',
      'Trọng số ghi cho mọi nhiệm vụ, cộng lại bằng 100, hoặc không ghi cho nhiệm vụ nào. Trang Đặt trọng số cho sửa tất cả cùng lúc.',
      'Nạp lại cùng một tệp Excel không tạo thêm kế hoạch. Nhiệm vụ không còn trong tệp sẽ bị bỏ khỏi bản nháp; bước xem trước nói rõ.',
      'Đề án, phong trào thuộc bí mật nhà nước không lập kế hoạch trên hệ thống.',
    ],
  },
  {
    id: 'thuc-hien-cam-ket',
    title: 'Thực hiện cam kết của phong trào',
    lead: 'Trang Thực hiện cam kết tự tính từ việc đã làm; không ai phải báo cáo riêng.',
    steps: [
      'Chọn năm và cách xem: loại đơn vị, khối, cụm, địa bàn hoặc đề án.',
      'Bấm vào một số để xem các đơn vị đứng sau số đó; tải danh sách đó về Excel hoặc CSV.',
      'Chọn Xem theo ngày khác để biết tình hình như đã biết đến hết một ngày trước.',
    ],
    notes: [
      'PT-1.2: đơn vị có kế hoạch được phê duyệt và có ít nhất một đăng ký chỉ tiêu của năm đã tiếp nhận.',
      'PT-1.3: cơ quan chủ trì có kế hoạch đề án với nhiệm vụ, mốc, chỉ tiêu đăng ký và có kiểm tra trong năm.',
      'PT-1.4: đơn vị có ít nhất một sáng kiến, mô hình của năm đã được công nhận.',
    ],
  },
  {
    id: 'het-phien',
    title: 'Hết phiên làm việc, hệ thống gặp trục trặc',
    notes: [
      'Phiên làm việc tự kết thúc khi không thao tác một thời gian. Nội dung vừa gửi được giữ lại; đăng nhập lại để tiếp tục. Tệp đính kèm phải chọn lại, trừ ở các trang làm việc được khi không có mạng.',
      'Nội dung đang gõ dở được giữ trong thẻ trình duyệt đang mở và bị xóa khi đăng xuất.',
      'Khi hệ thống gặp trục trặc, trang báo có số tham chiếu. Hãy ghi lại số đó khi báo người quản trị.',
    ],
  },
  ...blockSections,
  ...criteriaSections,
  ...rankingSections,
  ...scoringSections,
  ...commendationSections,
  ...moreSections,
  {
    id: 'trang-thai',
    title: 'Đọc trạng thái của chỉ tiêu',
    lead: 'Trạng thái được xét theo đường mục tiêu đến thời điểm của số liệu mới nhất, không chỉ theo mức của năm cuối.',
  },
  {
    id: 'vi-sao',
    title: 'Vì sao có con số này',
    notes: [
      'Mỗi trạng thái kèm giải thích: giá trị, mức phải đạt, cách so, quy tắc, mục của chỉ thị, ngày.',
      'Trang của chỉ tiêu cho tải bảng tính kiểm chứng; ai cũng có thể tính lại và ra cùng kết quả.',
      'Ghi ngày vào ô Xem theo ngày khác để xem đúng những gì đã biết tại ngày đó. Bản đính chính sau ngày ấy không được tính.',
      'Chưa biết là chưa biết: số liệu thiếu không được coi là số 0.',
    ],
  },
  {
    id: 'tai-khoan',
    title: 'Tài khoản và mật khẩu',
    notes: [
      'Người quản trị của đơn vị cấp tài khoản và gửi đường dẫn đặt mật khẩu; đường dẫn dùng một lần.',
      'Nhập sai mật khẩu 5 lần liên tiếp thì tài khoản bị khóa tạm; chờ hết thời gian khóa hoặc nhờ người quản trị mở.',
      'Nên bật mã xác thực thứ hai ở Tài khoản của tôi. Người quản trị bắt buộc phải có.',
      'Đi vắng: ủy quyền vai trò cho người khác trong một thời gian ở Tài khoản của tôi. Nhật ký ghi rõ ai làm thay ai.',
    ],
  },
  {
    id: 'kiem-tra',
    title: 'Kiểm tra, giám sát',
    lead: 'Dành cho cơ quan kiểm tra (tỉnh, cơ quan chủ trì đề án, đơn vị kiểm tra cấp dưới) và đơn vị được kiểm tra.',
    steps: [
      'Mở Kiểm tra, giám sát, thẻ Chương trình, chọn Lập chương trình kiểm tra; lưu rồi thêm từng cuộc kiểm tra: đơn vị, nội dung, ngày, đoàn kiểm tra.',
      'Ghi nhận ban hành bằng số, ngày của văn bản đã ký. Các đơn vị có tên được báo.',
      'Sau khi kiểm tra, mở cuộc kiểm tra, ghi biên bản và từng tồn tại: yêu cầu khắc phục, hạn. Lưu nháp nhiều lần được.',
      'Chọn Chốt biên bản. Biên bản và tồn tại được gửi cho đơn vị, không sửa được nữa; tải về bản Word hoặc PDF để ký.',
      'Đơn vị được kiểm tra mở Việc của tôi, báo cáo kết quả khắc phục kèm minh chứng. Cơ quan kiểm tra xác nhận hoặc yêu cầu khắc phục lại.',
    ],
    notes: [
      'Kiểm tra ngoài chương trình thì ghi lý do. Chọn chính cơ quan mình là tự kiểm tra.',
      'Mỗi đơn vị có biên bản riêng; đơn vị khác không xem được.',
      'Người báo cáo khắc phục không tự xác nhận kết quả của mình.',
    ],
  },
  {
    id: 'bi-mat',
    title: 'Bí mật nhà nước',
    lead: 'Không đưa thông tin bí mật nhà nước vào hệ thống, kể cả trong ghi chú và tệp đính kèm. Đề án xử lý theo quy định về bảo vệ bí mật nhà nước không nhận đăng ký, số liệu hay tệp trên hệ thống.',
    steps: [
      'Soạn, gửi văn bản theo chế độ mật, ngoài hệ thống.',
      'Mở Văn bản theo chế độ mật, chọn Ghi văn bản đã gửi: chỉ số, ngày, nơi gửi, nơi nhận, kỳ báo cáo mà văn bản trả lời.',
      'Nơi nhận mở dòng đó và ghi ngày đã nhận. Ghi sai thì nơi gửi ghi dòng đính chính.',
    ],
    notes: [
      'Nội dung gửi lên có nêu đề án đó thì bị gửi trả, không lưu; phần đã gõ vẫn hiện ra để sửa. Câu “Đề án … thực hiện theo quy định về bảo vệ bí mật nhà nước” thì được ghi.',
      'Hệ thống không đọc được ảnh chụp, bản quét: người gửi tự chịu trách nhiệm về tệp đính kèm.',
      'Đã lỡ nhập nội dung mật: dừng lại, không sao chép thêm, báo ngay thủ trưởng và người quản trị. Hệ thống không xóa được nhật ký và bản sao lưu, nên việc xử lý phải theo quy định về bảo vệ bí mật nhà nước.',
    ],
  },
  {
    id: 'tu-ngu',
    title: 'Nghĩa của từng từ',
    terms: [
      ['Chỉ tiêu', 'một đại lượng đo được, có đơn vị tính, mức phải đạt và thời hạn'],
      ['Chỉ tiêu giao', 'mức giao cho một đơn vị trong một năm, kèm văn bản giao'],
      ['Đăng ký chỉ tiêu thi đua', 'mức do đơn vị tự đăng ký trong một năm'],
      ['Kết quả thực hiện, số liệu', 'số do đơn vị báo cáo cho một kỳ, có nguồn và minh chứng'],
      ['Đã xác nhận', 'người phụ trách chỉ tiêu hoặc người thẩm định đã kiểm tra; từ đó mới tính vào kết quả'],
      ['Đính chính', 'số mới thay số đã xác nhận, kèm lý do; số cũ vẫn xem lại được'],
      ['Số gốc', 'mức ở cuối năm trước khi bắt đầu giai đoạn'],
      ['Đường mục tiêu', 'mức phải đạt đến từng thời điểm: theo văn bản giao, hoặc nội suy và ghi rõ là nội suy'],
      ['Số liệu chốt', 'số liệu được giữ nguyên tại một thời điểm cho một lần đánh giá'],
      ['Khối, cụm thi đua', 'nhóm đơn vị tương đồng, có trưởng và phó theo từng năm'],
      ['Đề án', 'một trong các đề án trọng tâm của chỉ thị, có nội dung, tiêu chí, cơ quan chủ trì và phối hợp'],
      ['Vai trò', 'quyền được giao tại một đơn vị, có hiệu lực với đơn vị đó và các đơn vị bên dưới'],
      ['Nhật ký', 'ghi lại mọi thay đổi, không sửa và không xóa được'],
    ],
  },
  {
    id: 'phim-tat',
    title: 'Phím tắt',
    lead: 'Dùng được khi con trỏ không ở trong ô nhập và trình duyệt bật JavaScript.',
    keys: [
      ['/', 'đến ô tìm kiếm'],
      ['g rồi một chữ', 'mở một mục ở danh sách bên trái; chữ nào mở mục nào xem bằng phím ?'],
      ['?', 'hiện các phím tắt của trang'],
      ['Esc', 'đóng bảng đang mở'],
      ['Tab', 'đến mục tiếp theo; lần đầu trên trang là liên kết đến nội dung chính'],
    ],
  },
];

export const statusMeaning: Readonly<Record<StatusName, string>> = {
  achieved:
    'Giá trị mới nhất đã đạt mục tiêu. Với chỉ tiêu bình quân, cộng dồn hoặc phải giữ hằng năm, chỉ kết luận đạt khi có số liệu của năm cuối.',
  on_track: 'Chưa đến mục tiêu nhưng không kém mức phải đạt đến thời điểm này.',
  at_risk:
    'Kém mức phải đạt đến thời điểm này trong khoảng cho phép. Khoảng cho phép mặc định là 10 %, tỉnh có thể đổi.',
  off_track: 'Kém mức phải đạt quá khoảng cho phép, hoặc đã qua thời hạn mà chưa đạt.',
  no_data: 'Chưa có số liệu đã xác nhận, hoặc chưa có điểm bắt đầu để xét. Không suy đoán khi thiếu số liệu.',
};
