/** Made-up initiatives of the demonstration: plainly samples, by made-up people. Figures are invented. */
import type { InitiativeKind } from '../features/initiatives/initiative.ts';

export type ToldInitiative = {
  readonly kind: InitiativeKind;
  readonly scheme: string;
  readonly title: string;
  readonly problem: string;
  readonly novelty: string;
  readonly effect: string;
  readonly figure: readonly [what: string, unit: string, before: string, after: string];
};

/** In the order in which they are told; what becomes of each is in initiatives.server.ts. */
export const toldInitiatives: readonly ToldInitiative[] = [
  {
    kind: 'model',
    scheme: 'DA-11',
    title: 'Mô hình mẫu: tổ công nghệ số đến từng nhà hướng dẫn nộp hồ sơ trực tuyến',
    problem:
      'Người dân ở các thôn xa trung tâm phải đi nhiều lần mới nộp xong một hồ sơ; nhiều người lớn tuổi chưa dùng được điện thoại thông minh để nộp trực tuyến.',
    novelty:
      'Mỗi thôn có một tổ gồm đoàn viên thanh niên, giáo viên và trưởng thôn, mang máy tính bảng đến từng nhà vào tối thứ ba và thứ sáu, làm cùng người dân từ bước đăng nhập đến bước nhận kết quả, ghi lại chỗ khó vào sổ chung của xã.',
    effect:
      'Người dân không phải đi lại; cán bộ một cửa có thêm thời gian cho hồ sơ khó. Cách làm không tốn thêm kinh phí ngoài gói cước dữ liệu của tổ.',
    figure: ['Hồ sơ nộp trực tuyến toàn trình', '%', '41', '78'],
  },
  {
    kind: 'solution',
    scheme: 'DA-13',
    title: 'Giải pháp mẫu: ủ rác hữu cơ tại vườn bằng thùng nhựa cũ',
    problem:
      'Rác nhà bếp chiếm quá nửa lượng rác phải chở đi; xe thu gom mỗi tuần chỉ vào thôn một lần nên rác tồn đọng, bốc mùi vào mùa mưa.',
    novelty:
      'Tận dụng thùng sơn, can nhựa hỏng, khoan lỗ thoát nước, xếp lớp rác hữu cơ với men vi sinh tự nuôi từ nước vo gạo; hội phụ nữ mỗi thôn có hai hộ làm mẫu và đổi men cho nhau.',
    effect: 'Rác phải chở giảm, vườn có phân bón, tiền mua phân hóa học của hộ tham gia giảm rõ.',
    figure: ['Rác phải thu gom mỗi hộ một tuần', 'kg', '18', '7'],
  },
  {
    kind: 'work',
    scheme: 'DA-14',
    title: 'Công trình mẫu: con đường hoa và tranh tường kể chuyện bản',
    problem: 'Đường vào bản nhiều đoạn bị đổ rác, khách đến không biết về lịch sử, nghề truyền thống của bản.',
    novelty:
      'Học sinh vẽ tranh tường theo lời kể của người già, mỗi bức có mã để nghe giọng kể bằng hai thứ tiếng; mỗi chi hội nhận chăm một đoạn đường hoa.',
    effect: 'Bản sạch hơn, khách dừng lại lâu hơn, nghề dệt có thêm đơn hàng.',
    figure: ['Khách đến bản trong năm', 'lượt', '1200', '3150'],
  },
  {
    kind: 'initiative',
    scheme: 'DA-04',
    title: 'Sáng kiến mẫu: lịch dùng chung phòng họp, xe và máy chiếu giữa các phòng',
    problem: 'Các phòng mua sắm riêng thiết bị họp nhưng mỗi tuần chỉ dùng vài giờ; xe đi công tác thường trống chỗ.',
    novelty:
      'Một bảng lịch chung trên mạng nội bộ, ai cần thì ghép chuyến hoặc mượn theo giờ; cuối tháng công khai số giờ dùng của từng thiết bị.',
    effect: 'Không phải mua thêm máy chiếu trong năm; số chuyến xe giảm mà việc vẫn xong.',
    figure: ['Chuyến xe công tác trong quý', 'chuyến', '96', '61'],
  },
  {
    kind: 'model',
    scheme: 'DA-05',
    title: 'Mô hình mẫu: bữa cơm đoàn kết giải quyết việc của thôn',
    problem: 'Nhiều vướng mắc nhỏ giữa các hộ để lâu thành mâu thuẫn, đơn thư vượt cấp tăng.',
    novelty:
      'Mỗi quý một lần, các hộ góp món ăn cùng trưởng ban công tác mặt trận ngồi lại; việc nào xong ngay thì ghi sổ, việc nào chưa xong thì cử người theo và báo lại ở bữa sau.',
    effect: 'Phần lớn vướng mắc được dàn xếp trong thôn, tình làng nghĩa xóm bền hơn.',
    figure: ['Vụ việc hòa giải thành', '%', '62', '91'],
  },
  {
    kind: 'task',
    scheme: 'DA-01',
    title: 'Phần việc mẫu: bản tin loa truyền thanh bằng tiếng dân tộc mỗi sáng thứ hai',
    problem: 'Thông báo bằng tiếng phổ thông nhiều người già nghe không hết ý, tin đồn lan nhanh hơn tin đúng.',
    novelty: 'Ba cộng tác viên dịch và đọc bản tin năm phút bằng hai thứ tiếng dân tộc, có mục hỏi đáp từ tuần trước.',
    effect: 'Người nghe hiểu đúng chính sách, số câu hỏi gửi về tăng.',
    figure: ['Câu hỏi người dân gửi về mỗi tháng', 'câu hỏi', '4', '37'],
  },
  {
    kind: 'solution',
    scheme: 'DA-11',
    title: 'Giải pháp mẫu: bảng theo dõi dự toán bằng màu cho các đơn vị sử dụng ngân sách',
    problem: 'Số liệu giải ngân gửi bằng nhiều mẫu khác nhau, tổng hợp mất nhiều ngày và hay lệch số.',
    novelty:
      'Một bảng tính chung có khóa ô, tự đổi màu khi đơn vị giải ngân chậm hơn kế hoạch, kèm ghi chú bắt buộc về nguyên nhân.',
    effect: 'Thời gian tổng hợp còn nửa ngày, lãnh đạo thấy ngay đơn vị nào cần tháo gỡ.',
    figure: ['Thời gian tổng hợp một kỳ', 'ngày', '5', '0,5'],
  },
  {
    kind: 'model',
    scheme: 'DA-11',
    title: 'Mô hình mẫu: nhóm tình nguyện số hỗ trợ bà con làm dịch vụ công tại nhà',
    problem:
      'Bà con vùng cao ngại đến trụ sở, còn ít người biết nộp hồ sơ qua mạng; cán bộ một cửa phải giải thích nhiều lần.',
    novelty:
      'Thành lập nhóm tình nguyện mang máy tính bảng đến từng nhà vào tối thứ ba và thứ sáu, làm cùng người dân từ bước đăng nhập đến bước nhận kết quả, kèm tờ hướng dẫn bằng tranh do nhóm tự vẽ.',
    effect: 'Bà con quen dần, tự làm được lần sau; trụ sở bớt đông vào đầu tuần.',
    figure: ['Hộ đã tự nộp được hồ sơ', 'hộ', '', '126'],
  },
  {
    kind: 'initiative',
    scheme: 'DA-07',
    title: 'Sáng kiến mẫu: cắm mốc nhật ký cây quế bằng thẻ tre',
    problem: 'Chủ rừng khó chứng minh tuổi cây và lần chăm sóc khi bán cho đơn vị thu mua có yêu cầu truy xuất.',
    novelty:
      'Mỗi lô cây có thẻ tre khắc số, mỗi lần chăm sóc chụp ảnh thẻ và gửi vào nhóm chung, hợp tác xã gom thành nhật ký.',
    effect: 'Quế có nhật ký bán được giá hơn, tranh chấp về tuổi cây không còn.',
    figure: ['Giá bán quế tươi', 'nghìn đồng/kg', '21', '24,5'],
  },
  {
    kind: 'solution',
    scheme: 'DA-13',
    title: 'Giải pháp mẫu: hố chứa bao gói thuốc bảo vệ thực vật có khóa',
    problem: 'Bao gói sau khi dùng bị vứt xuống mương, trâu bò uống nước nhiễm thuốc.',
    novelty: 'Ống bê tông cũ làm hố chứa ở bờ ruộng, có nắp và khóa, tổ thủy nông giữ chìa, cân và ghi sổ mỗi vụ.',
    effect: 'Mương sạch, không còn gia súc bị ngộ độc trong vụ vừa qua.',
    figure: ['Bao gói thu gom mỗi vụ', 'kg', '12', '165'],
  },
  {
    kind: 'model',
    scheme: 'DA-14',
    title: 'Mô hình mẫu: lớp học hát then cuối tuần do nghệ nhân dạy',
    problem: 'Người biết hát then trong xã đều đã lớn tuổi, trẻ em không còn dịp nghe.',
    novelty: 'Nghệ nhân dạy ở nhà văn hóa vào chiều thứ bảy, học sinh học theo cặp ông cháu.',
    effect: 'Đã có đội văn nghệ thiếu nhi biểu diễn ở ngày hội của xã.',
    figure: ['Trẻ em biết hát ít nhất một bài', 'em', '0', '34'],
  },
  {
    kind: 'task',
    scheme: 'DA-04',
    title: 'Phần việc mẫu: ngày không giấy vào thứ tư',
    problem: 'Lượng giấy in của văn phòng năm sau cao hơn năm trước.',
    novelty: 'Thứ tư không in, tài liệu họp chiếu và gửi qua mạng.',
    effect: 'Giảm giấy in.',
    figure: ['Giấy in mỗi tháng', 'ram', '58', '49'],
  },
];

export const initiativeWords = {
  authors: [
    ['Người Mẫu Sáng Kiến', 'Công chức (mẫu)', '70'],
    ['Người Mẫu Cùng Làm', 'Trưởng thôn (mẫu)', '30'],
  ],
  applied: (unit: string) => `${unit}, từ đầu năm (mẫu)`,
  returned: 'Chưa rõ số liệu trước khi áp dụng lấy từ đâu. Bổ sung nguồn rồi gửi lại. (mẫu)',
  refused: 'Giải pháp tốt nhưng chưa có điểm mới so với quy định đã có. (mẫu)',
  judged: 'Cách đến từng nhà giống hệt; tờ hướng dẫn bằng tranh là phần làm thêm. (mẫu)',
  adopted: (place: string) => `Đã áp dụng tại ${place}, người dân hưởng ứng. (mẫu)`,
  remark: 'Cách làm đơn giản, đơn vị khác học được ngay. (mẫu)',
  decision: (n: number) => `${100 + n}/QĐ-MAU`,
  used: 'Hồ sơ mẫu đề nghị tặng Bằng khen năm nay',
} as const;
