/** The words of the API over dossiers. */
export const dossiersApiText = {
  tag: 'Hồ sơ khen thưởng',
  list: 'Hồ sơ đề nghị khen thưởng được xem của chủ khóa',
  about:
    'Bản đang soạn: người của đơn vị. Đã gửi: thêm nơi nhận, cơ quan chuyên môn xác nhận, người kiểm soát, kiểm tra.',
  found: 'Một trang, hồ sơ chuyển bước gần nhất đứng trước; total là tổng số',
  one: 'Một hồ sơ, kèm danh sách đề nghị',
  foundOne: 'Hồ sơ',
  enter: 'Lập một hồ sơ kèm danh sách đề nghị, tất cả hoặc không gì cả',
  enterAbout:
    'Đối tượng nêu bằng holder: id trong sổ khen thưởng. Gửi lại cùng id (hoặc cùng Idempotency-Key) thì không tạo thêm. Có submit thì ký gửi luôn: chủ khóa phải có quyền ký gửi. Khóa cần cả phạm vi dossiers:read; nêu movement thì cần thêm movements:read.',
  entered: 'Đã lưu',
  submit: 'Ký gửi một hồ sơ đang soạn',
  submitted: 'Đã gửi',
  move: 'Chuyển bước một hồ sơ: gửi, lấy lại, xác nhận theo ngành, tiếp nhận, trả lại, rút',
  moveAbout:
    'Cùng kiểm tra như trên trang: vai trò, bước, người khác với người gửi, phiên bản. Trả lại cần reason và ground; rút khi đang thẩm định cần reason. Các bước sau (thẩm định, Hội đồng, quyết định) làm trên hệ thống. Khóa cần cả phạm vi dossiers:read.',
  moved: 'Đã chuyển bước',
  papers: 'Giấy tờ của một hồ sơ: loại nào cần, đã có chưa',
  papersAbout: 'Theo quy định của ngày tiếp nhận, chưa tiếp nhận thì của hôm nay.',
  papersFound: 'Giấy tờ chung và của từng đối tượng',
  ofMovementAlone: 'Chỉ có ở hồ sơ khen thưởng phong trào (kind là movement).',
  needsRead: 'Lập, gửi, chuyển bước hồ sơ cần khóa có cả phạm vi dossiers:read.',
  unknownUnit: (code: string) => `Không có đơn vị mang mã ${code}.`,
  query: {
    year: 'Năm thành tích',
    kind: 'Loại khen thưởng',
    stage: 'Bước',
    award: 'Mã danh hiệu, hình thức',
    words: 'Từ trong trích yếu, mã hồ sơ, tên đối tượng',
    late: 'Có thì chỉ lấy hồ sơ quá hạn ở bước đang đứng.',
  },
  fields: {
    id: 'UUID do người gửi đặt, để gửi lại không bị trùng',
    unit: 'Mã đơn vị đề nghị',
    to: 'Mã đơn vị nhận: chính đơn vị hoặc cấp trên (cấp cơ sở), hoặc tỉnh',
    via: 'Mã cơ quan chuyên môn xác nhận, khi trình theo ngành',
    kind: 'merit: công trạng; sudden: đột xuất; movement: phong trào; devotion: cống hiến; tenure: niên hạn; foreign: đối ngoại',
    simplified: 'Điểm của khoản 1 Điều 85 Luật Thi đua, khen thưởng khi theo thủ tục đơn giản',
    stage:
      'draft: đang soạn; submitted: chờ tiếp nhận; returned: trả lại; appraising: thẩm định; consulting: lấy ý kiến; council: Hội đồng; deciding: chờ quyết định; at_centre: đã trình Trung ương; decided: đã quyết định; issued: đã ban hành; refused: không tặng; withdrawn: đã rút',
    movement: 'Phong trào của hồ sơ khen thưởng phong trào',
    review:
      'Lần đánh giá của phong trào mà hồ sơ đề nghị: yearly: hằng năm; mid_term: sơ kết; final: tổng kết. Chỉ khi kind là movement',
    rank: 'Xếp thứ trong lần đánh giá phong trào. Chỉ khi kind là movement',
    outcome: 'open: chưa quyết định; granted: được tặng; refused: không tặng; removed: đưa ra khỏi danh sách',
    holder: 'Id đối tượng trong sổ khen thưởng',
    move: 'submit: ký gửi; recall: lấy lại; confirm: xác nhận theo ngành; receive: tiếp nhận; return: trả lại; withdraw: rút',
    moves: 'Những việc chủ khóa làm được lúc này',
    lackingReason: 'Lý do chưa có đủ giấy tờ khi gửi; bắt buộc nếu còn thiếu, trừ thủ tục đơn giản',
    reason: 'Lý do; khi xác nhận theo ngành là lời xác nhận',
    ground: 'Căn cứ trả lại (Nghị định 152/2025/NĐ-CP, Điều 35); bắt buộc khi trả lại',
    missing: 'Số giấy tờ còn thiếu',
    lacked:
      'Giấy tờ chưa có khi gửi lần cuối (name là đối tượng, null là chung cả hồ sơ) và lý do của đơn vị; null: không thiếu, hoặc đang soạn, đang sửa',
    followed: 'Có: đơn vị đã nộp bổ sung sau khi gửi',
    paper: 'Loại giấy tờ',
    state:
      'there: đã có; begun: viết dở; missing: thiếu; if_so: chỉ khi có thành tích đó; later: bổ sung ở bước sau; not_asked: không cần',
    dueOn: 'Hạn của bước đang đứng; null là không có hạn',
  },
} as const;
