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
    'Đối tượng nêu bằng holder: id trong sổ khen thưởng. Gửi lại cùng id (hoặc cùng Idempotency-Key) thì không tạo thêm. Có submit thì ký gửi luôn: chủ khóa phải có quyền ký gửi. Khóa cần cả phạm vi dossiers:read.',
  entered: 'Đã lưu',
  submit: 'Ký gửi một hồ sơ đang soạn',
  submitted: 'Đã gửi',
  needsRead: 'Lập, gửi hồ sơ cần khóa có cả phạm vi dossiers:read.',
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
    outcome: 'open: chưa quyết định; granted: được tặng; refused: không tặng; removed: đưa ra khỏi danh sách',
    holder: 'Id đối tượng trong sổ khen thưởng',
    dueOn: 'Hạn của bước đang đứng; null là không có hạn',
  },
} as const;
