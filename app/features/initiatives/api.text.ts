/** The words of the API over initiatives. */
export const initiativesApiText = {
  tag: 'Sáng kiến, mô hình',
  list: 'Sáng kiến, mô hình được xem của chủ khóa',
  about:
    'Đã công nhận: mọi người có khóa. Bản nháp: người của đơn vị. Đã ký gửi: thêm người xem xét và thành viên hội đồng chấm.',
  found: 'Một trang, năm mới đứng trước; total là tổng số',
  one: 'Một sáng kiến, mô hình',
  foundOne: 'Sáng kiến, mô hình',
  enter: 'Soạn một hay nhiều sáng kiến, mô hình, tất cả hoặc không gì cả',
  enterAbout:
    'Tối đa 100 mục, lưu thành bản nháp. Gửi lại cùng id (hoặc cùng Idempotency-Key) thì không tạo thêm. Có submit thì ký gửi luôn: chủ khóa phải là thủ trưởng đơn vị, cần thêm phạm vi initiatives:read.',
  entered: 'Đã lưu, theo thứ tự gửi lên',
  query: {
    year: 'Năm',
    scheme: 'Mã đề án',
    kind: 'Loại',
    stage: 'Bước',
    words: 'Từ trong tên, có dấu hay không dấu',
  },
  fields: {
    id: 'UUID do người gửi đặt, để gửi lại không bị trùng',
    unit: 'Mã đơn vị',
    kind: 'model: mô hình; initiative: sáng kiến; solution: giải pháp; work: công trình; task: phần việc',
    criterion: 'Mã nội dung, tiêu chí của đề án',
    problem: 'Vấn đề đặt ra',
    novelty: 'Điểm mới',
    effect: 'Hiệu quả, lợi ích',
    appliedAt: 'Nơi đã áp dụng',
    share: 'Tỷ lệ đóng góp, %',
    before: 'Trước khi áp dụng; null là chưa biết',
    after: 'Sau khi áp dụng',
    stage:
      'draft: nháp; submitted: chờ xem xét; returned: trả lại; unit_review, province_review: đang chấm; recognised: đã công nhận; raised: đã công nhận ở đơn vị, đang chấm ở tỉnh; refused: không công nhận; withdrawn: đã bỏ',
    adoptions: 'Số đơn vị khác đã áp dụng và được xác nhận',
  },
  rows: (wrong: number, all: number) => `${wrong} trong ${all} mục chưa đúng. Không có gì được lưu.`,
  submitNeedsRead: 'Ký gửi luôn cần khóa có cả phạm vi initiatives:read.',
} as const;
