/** Help for commendation, in the order of a dossier's way. */
import type { HelpSection } from './section.ts';

export const commendationSections: readonly HelpSection[] = [
  {
    id: 'ho-so-khen-thuong',
    title: 'Lập và gửi hồ sơ đề nghị khen thưởng',
    lead: 'Dành cho chuyên viên đầu mối và thủ trưởng đơn vị. Một hồ sơ là một tờ trình, cho một hoặc nhiều đối tượng.',
    steps: [
      'Mở Hồ sơ khen thưởng, chọn Lập hồ sơ: loại khen thưởng, năm thành tích, nơi nhận, trích yếu tờ trình.',
      'Thêm đối tượng: tìm tên trong sổ khen thưởng, chưa có thì ghi mới ngay tại chỗ. Nhiều người thì chọn Dán danh sách nhiều đối tượng, hoặc Nạp danh sách từ Excel, CSV theo mẫu tải về; ai trùng tên trong sổ thì chọn đúng người trước khi thêm.',
      'Mở từng đối tượng để viết báo cáo thành tích theo mục hoặc tải lên tệp Word, PDF. Bên cạnh là từng điều kiện của tiêu chuẩn: đạt, chưa đạt, hay chờ người xem xét, kèm điều khoản và căn cứ.',
      'Mở Giấy tờ để đính kèm. Bảng cho thấy đối tượng nào còn thiếu giấy tờ gì; còn thiếu thì khi ký gửi phải ghi lý do, nơi nhận đọc được; ở đó có tờ trình và mẫu biên bản bình xét để in. Hồ sơ có danh hiệu của nhiều cấp thì chọn Tách hồ sơ trước khi ký gửi.',
      'Tải tờ trình và danh sách (Word, PDF) do hệ thống lập theo Nghị định 30/2020/NĐ-CP, ký, vào số ở đơn vị rồi ghi số và ngày.',
      'Thủ trưởng chọn Ký gửi hồ sơ. Ghi lại mã hồ sơ để tra cứu.',
    ],
    notes: [
      'Việc đột xuất: chọn Khen đột xuất, ghi ngay trên điện thoại, kèm ảnh. Theo thủ tục đơn giản nên không qua Hội đồng; giấy tờ nộp bổ sung sau ở tab Giấy tờ, người thẩm định nhận tin ngay.',
      'Hồ sơ bị trả lại luôn có lý do và căn cứ. Sửa xong gửi lại; người thẩm định thấy đã đổi những gì từ lần trước.',
      'Danh hiệu, hình thức do nơi khác quyết định thì lập hồ sơ riêng: hệ thống nói rõ và mở sẵn hồ sơ mới.',
      'Cần lưu ý không có nghĩa là bị loại: trùng đề nghị, đã được tặng, đang xác minh, giống báo cáo khác đều do người xem xét.',
      'Ai có mã hồ sơ cũng tra cứu được hồ sơ đang ở bước nào; không hiện tên và lý do.',
      'Thành tích có nội dung bí mật nhà nước không lập hồ sơ ở đây mà gửi theo chế độ mật.',
    ],
  },
  {
    id: 'tieu-chuan-khen-thuong',
    title: 'Tiêu chuẩn, quy định và cách đối chiếu',
    steps: [
      'Mở Khen thưởng, chọn Danh mục và quy định để xem từng danh hiệu, hình thức: ai quyết định, tiêu chuẩn, giấy tờ, mức phiếu, tiền thưởng, kèm điều khoản.',
      'Chọn ngày nhận hồ sơ và năm thành tích ở đầu trang để xem quy định áp dụng cho hồ sơ của ngày ấy.',
      'Chọn Thử một trường hợp để hỏi một trường hợp giả định trước khi lập hồ sơ.',
      'Văn bản thêm một danh hiệu, hình thức thì chọn Đề xuất danh hiệu, hình thức mới ở đầu danh mục; đổi tên, đổi đối tượng hoặc thôi xét tặng thì mở trang của danh hiệu đó. Người khác xác nhận xong, danh hiệu chọn được ở hồ sơ, sổ khen thưởng, thống kê và tệp nạp.',
      'Quy định thay đổi thì người thẩm định chọn Đề xuất bản mới; một người khác xác nhận, bản mới mới được áp dụng. Hồ sơ cũ theo bản của ngày nhận.',
    ],
    notes: [
      'Mỗi quy định ghi mức độ xác minh: đã đọc nguyên văn, theo nguồn gián tiếp, mặc định tỉnh chưa xác nhận, chưa đọc được.',
      'Điều chưa biết không bao giờ bị coi là chưa đạt: hệ thống để người xem xét.',
      'Luật số 06/2026/QH16 có hiệu lực từ 01/10/2026 nhưng chưa có nguyên văn. Với hồ sơ nhận từ ngày ấy, hệ thống chỉ đối chiếu với quy định trước đó để tham khảo và không kết luận đạt hay chưa đạt.',
    ],
  },
  {
    id: 'so-khen-thuong',
    title: 'Sổ khen thưởng',
    lead: 'Cá nhân, tập thể, hộ gia đình: xếp loại, kỷ luật, sáng kiến, những gì đã được tặng.',
    steps: [
      'Mở Sổ khen thưởng, tìm theo tên (có dấu hay không dấu), đơn vị, danh hiệu, năm hoặc số quyết định.',
      'Mở một đối tượng để xem quá trình theo năm và những danh hiệu đã đủ tiêu chuẩn.',
      'Khen thưởng đã có quyết định từ trước thì chọn Đã khen thưởng và ghi trong một lần, hoặc nạp cả danh sách bằng Excel.',
      'Hai dòng của cùng một người thì nhập làm một; làm nhầm thì hoàn lại được. Hai người chỉ trùng tên thì xác nhận là khác nhau.',
      'Mở Đủ tiêu chuẩn, chưa đề nghị để không bỏ sót ai, trước hết người trực tiếp lao động, ở cơ sở, xã biên giới, nơi khó khăn.',
    ],
    notes: [
      'Sửa hay bỏ một dòng đã ghi đều phải ghi lý do. Dòng đã bỏ vẫn hiện, có gạch ngang; mở Lịch sử ghi sổ để xem ai đã ghi, sửa, bỏ gì.',
      'Để trống là chưa biết. Muốn nói là không có thì xác nhận mục ấy đã ghi đủ.',
      'Số định danh được niêm phong, chỉ người có trách nhiệm xem được, mỗi lần xem đều được ghi lại.',
      'Mỗi người lấy được toàn bộ dữ liệu của mình ở nút Dữ liệu của người này.',
      'Kết quả chấm điểm đã chốt của đơn vị (thứ hạng, xếp loại) tự ghi vào sổ. Nơi đã ghi khác thì không bị ghi đè: mở Xem và chọn, ghi lý do.',
    ],
  },
  {
    id: 'xep-loai-ca-nhan',
    title: 'Xếp loại cá nhân hằng năm',
    lead: 'Mỗi đơn vị ghi mức hoàn thành nhiệm vụ của từng người trong năm. Chuyên viên ghi, thủ trưởng xác nhận.',
    steps: [
      'Mở Khen thưởng, chọn Xếp loại cá nhân, Lập danh sách xếp loại: chọn đơn vị và năm.',
      'Chọn mức cho từng người rồi Lưu, hoặc tải mẫu Excel có sẵn tên, ghi mức, nạp lại. Ô nào sai được chỉ rõ.',
      'Gửi thủ trưởng xác nhận. Thủ trưởng xác nhận, hoặc trả lại kèm lý do.',
      'Xác nhận xong, mức xếp loại ghi vào sổ khen thưởng với tên danh sách làm nguồn.',
    ],
    notes: [
      'Người bổ sung sau: lập thêm danh sách của cùng năm. Sổ đã ghi mức khác thì không bị ghi đè, chờ chọn.',
      'Xếp loại của chính đơn vị theo kết quả đã chốt hiện ngay bên cạnh.',
      'Không văn bản nào đã đọc đặt tỷ lệ ở từng mức, nên hệ thống không giới hạn.',
    ],
  },
  {
    id: 'dan-dau-cum-khoi',
    title: 'Đơn vị dẫn đầu cụm, khối và cờ thi đua',
    lead: 'Kết quả chấm điểm đã chốt cho biết đơn vị nào dẫn đầu từng cụm, khối, vì sao, và từng điều kiện của tiêu chuẩn.',
    steps: [
      'Mở Khen thưởng, chọn Đơn vị dẫn đầu cụm, khối; chọn năm.',
      'Đọc lý do dẫn đầu: thứ hạng, điểm, điều đã phân định khi bằng điểm, số biên bản. Mở Từng điều kiện để xem sổ khen thưởng cho biết gì.',
      'Đơn vị dẫn đầu chọn Lập hồ sơ đề nghị Cờ thi đua cấp tỉnh: hồ sơ mở sẵn năm, đối tượng và tóm tắt thành tích để rà lại.',
      'Người thẩm định kết luận đạt tiêu chuẩn hay không, rồi chọn đơn vị đề nghị Cờ thi đua của Chính phủ trong tỷ lệ quy định, ghi căn cứ.',
    ],
    notes: [
      'Tỷ lệ lấy từ quy định trong Danh mục, tính trên số đơn vị đã được kết luận đạt tiêu chuẩn, làm tròn xuống.',
      'Số đơn vị dẫn đầu mỗi cụm, khối là mặc định của hệ thống cho đến khi tỉnh xác nhận; trang nói rõ.',
      'Phong trào chuyên đề: từ trang của phong trào mở Tiêu chí, chấm điểm và xếp hạng để xem bộ tiêu chí, đợt chấm điểm và thứ hạng từng lần đánh giá; bộ sơ kết, tổng kết tính được bình quân kết quả các năm. Hồ sơ lập từ đó ghi sẵn lần đánh giá và thứ hạng.',
      'Nhiều đơn vị bằng nhau ở vị trí đầu mà chưa có quyết định phân định thì trang nêu cả.',
    ],
  },
  {
    id: 'tham-dinh-khen-thuong',
    title: 'Thẩm định và lấy ý kiến',
    lead: 'Dành cho người thẩm định.',
    steps: [
      'Mở Thẩm định để xem hồ sơ nào đang chờ, còn mấy ngày làm việc.',
      'Tiếp nhận, hoặc trả lại kèm lý do và căn cứ trong thời hạn.',
      'Với từng đối tượng, kết luận những điều kiện hệ thống để người xem xét, giấy tờ, cảnh báo của các cơ quan, rồi kết luận chung.',
      'Gửi cơ quan liên quan lấy ý kiến và công khai danh sách lấy ý kiến Nhân dân khi quy định yêu cầu; ghi kết quả xử lý từng ý kiến. Danh sách đang công khai bổ sung hoặc bớt được đối tượng, có lý do; người bổ sung có thời hạn riêng.',
      'Trình Hội đồng, hoặc trình thẳng người có thẩm quyền nếu không phải qua Hội đồng.',
    ],
    notes: [
      'Cảnh báo của cơ quan khác không tự loại ai: người thẩm định quyết định và ghi lý do.',
      'Việc làm hàng loạt luôn cho xem đúng những ai sẽ bị thay đổi trước khi làm.',
      'Kỷ luật, vụ việc phát sinh sau thẩm định được báo ở mọi bước sau đó.',
    ],
  },
  {
    id: 'lay-y-kien-nhan-dan',
    title: 'Gửi ý kiến về danh sách đang công khai',
    lead: 'Dành cho mọi người, không cần tài khoản.',
    steps: [
      'Mở Lấy ý kiến Nhân dân, chọn danh sách, chọn người, tập thể cần góp ý.',
      'Viết ý kiến. Họ tên và cách liên hệ không bắt buộc.',
      'Ghi lại mã tiếp nhận để xem ý kiến được xử lý thế nào.',
    ],
    notes: ['Người gửi được bảo vệ: chỉ người thẩm định xem được tên và liên hệ, đơn vị đề nghị không xem được.'],
  },
  {
    id: 'hoi-dong-khen-thuong',
    title: 'Phiên họp Hội đồng và bỏ phiếu',
    lead: 'Dành cho thư ký và thành viên Hội đồng.',
    steps: [
      'Thư ký dự kiến phiên, đưa hồ sơ vào chương trình, Triệu tập; các thành viên nhận tin.',
      'Thành viên có liên quan đến một mục thì chọn Khai có liên quan: không biểu quyết và không xem phiếu, kết quả của mục ấy.',
      'Thư ký điểm danh, Khai mạc, Mở biểu quyết từng mục, một nhóm mục hoặc mọi mục. Thành viên mở Biểu quyết trên máy hoặc điện thoại, chọn ý kiến cho từng mục rồi bỏ phiếu.',
      'Thư ký Kiểm phiếu (mục nào xong kiểm mục đó, các mục khác vẫn biểu quyết), Bế mạc, Chốt biên bản và kết thúc phiên. Biên bản họp và biên bản kiểm phiếu tải được Word, PDF.',
    ],
    notes: [
      'Phiếu kín: trình duyệt tự làm phiếu, máy chủ ký mà không thấy nội dung. Biết ai đã bỏ phiếu, không biết ai bỏ thế nào. Bỏ phiếu kín cần JavaScript; nhận phiếu trên máy nào thì bỏ trên máy ấy, hoặc bỏ tiếp trên máy khác bằng mã dự phòng đã chép.',
      'Thành viên vắng tự bỏ phiếu kín từ tài khoản của mình, hoặc gửi phiếu giấy trong phong bì dán kín: thư ký ghi nhận phong bì, sau đó thư ký và một thành viên có mặt cùng mở, mỗi người nhập một lần; hai lần khớp nhau thì phiếu vào hòm, không kèm tên.',
      'Phiếu đã bỏ không đổi được. Phiên không còn đủ người thì tự tạm dừng, phiếu đã bỏ vẫn giữ nguyên.',
      'Kiểm lại kết quả cho phép ai cũng đếm lại được từ danh sách phiếu đã công bố.',
      'Mức phiếu, số người phải có mặt là số liệu; mức mặc định chưa được tỉnh xác nhận thì ghi rõ là mặc định.',
    ],
  },
  {
    id: 'quyet-dinh-khen-thuong',
    title: 'Quyết định, ký số và bằng',
    lead: 'Dành cho người thẩm định, người có thẩm quyền và văn thư.',
    steps: [
      'Người thẩm định soạn quyết định từ các hồ sơ đang chờ; nội dung, căn cứ được điền sẵn và sửa được.',
      'Người có thẩm quyền xem danh sách, tặng hoặc không tặng từng đối tượng kèm lý do, rồi Duyệt và lấy số.',
      'Ký số của người có thẩm quyền trước, Đóng dấu (ký số của cơ quan) sau, rồi Ban hành. Kết quả tự vào sổ khen thưởng và được công bố.',
      'In bằng, giấy khen của cả quyết định hoặc từng người, trên giấy trắng hoặc phôi in sẵn.',
    ],
    notes: [
      'Số được cấp liền nhau, không trùng; duyệt rồi trả lại trước khi ký thì số trở về sổ. Trang Sổ số quyết định cho biết cơ quan lấy số riêng hay theo sổ chung của văn thư, và ai đổi được.',
      'Đơn vị đang soạn quyết định bị sáp nhập khi chưa cấp số: đơn vị tiếp nhận ban hành, số lấy theo sổ của mình, phần đầu văn bản ghi tên mình. Đã cấp số thì giữ nguyên số và tên.',
      'Hình chữ ký màu xanh, hình dấu màu đỏ (.png nền trong suốt) đặt ở trang Hình chữ ký, hình dấu, có ngày bắt đầu dùng; chưa có thì văn bản mang khung chữ ghi tên và thời gian ký.',
      'Phụ lục, tài liệu không cùng tệp với quyết định: thêm ở Tệp kèm theo khi còn soạn. Đóng dấu thì từng tệp được ký số của cơ quan trước, rồi đến quyết định.',
      'Khen thưởng dựa vào sáng kiến thì bấm Chọn sáng kiến ở dòng của người đó trước khi duyệt; mỗi sáng kiến chỉ dùng một lần.',
      'Đối tượng đã mất, bị kỷ luật hoặc đang bị xác minh thì hệ thống hỏi lại trước khi duyệt.',
      'Chứng thư thử nghiệm không có giá trị pháp lý và luôn ghi rõ như vậy.',
    ],
  },
  {
    id: 'xac-minh-bang',
    title: 'Xác minh bằng, quyết định',
    lead: 'Dành cho mọi người, không cần tài khoản.',
    steps: [
      'Quét mã QR trên bằng, hoặc mở Xác minh và gõ mã, số quyết định.',
      'Có tệp PDF của quyết định thì chọn tệp: hệ thống kiểm tra chữ ký số, có bị sửa hay thêm trang không.',
    ],
    notes: [
      'Kết quả là một trong bốn: đúng, đã bị thay đổi, đã hủy bỏ (từ ngày nào, theo quyết định nào), hoặc không có trong hệ thống.',
    ],
  },
  {
    id: 'quy-khen-thuong',
    title: 'Tiền thưởng và quỹ',
    steps: [
      'Mở Quỹ thi đua, khen thưởng, chọn cơ quan và năm để xem thu, chi, số dư.',
      'Chọn Chi tiền thưởng để xem từng khoản: hệ số, mức lương cơ sở ở ngày quyết định, cách làm tròn; tải danh sách chi.',
      'Ghi đã chi kèm ngày và số chứng từ.',
    ],
    notes: [
      'Ghi nhầm thì chọn Điều chỉnh ở dòng đó: một dòng ngược lại được ghi thêm, không dòng nào bị xóa.',
      'Nhiều danh hiệu của cùng một năm chỉ thưởng mức cao nhất; danh hiệu và hình thức thì thưởng cả hai (Nghị định 152/2025/NĐ-CP, Điều 49).',
    ],
  },
  {
    id: 'huy-bo-khen-thuong',
    title: 'Trình Trung ương, hủy bỏ, khiếu nại',
    steps: [
      'Trình Trung ương: tải tờ trình soạn sẵn (Word), ký, nộp lại bản PDF đã ký; đủ các phần thì ghi số, ngày gửi, hệ thống giữ nguyên gói đã gửi (PDF, Word, danh mục tệp kèm mã băm); có kết quả thì ghi lại.',
      'Hủy bỏ: chọn căn cứ của Điều 93, thẩm định, quyết định (số lấy từ sổ quyết định của cơ quan), ký số, đóng dấu, ban hành; từ lúc ban hành trang xác minh báo đã hủy bỏ và kiểm tra được tệp của quyết định hủy bỏ.',
      'Theo dõi thu hồi hiện vật, tiền thưởng trong 15 ngày làm việc.',
      'Đơn khiếu nại, tố cáo về khen thưởng: ghi nhận, theo dõi thời hạn, trả lời.',
    ],
    notes: ['Số ngày thụ lý, trả lời đơn do tỉnh đặt ở Tham số; chưa đặt thì hệ thống không tính hạn.'],
  },
];
