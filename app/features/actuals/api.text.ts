/** The words of the API over reported values. */
export const actualsApiText = {
  tag: 'Số liệu',
  list: 'Số liệu được xem của chủ khóa, mới nhập trước',
  listAbout:
    'Số liệu đã xác nhận: mọi người có khóa. Số liệu chưa xác nhận: người của đơn vị và của cơ quan phụ trách chỉ tiêu. Không có số liệu đã bị đính chính thay thế, trừ khi hỏi superseded hoặc knownOn.',
  found: 'Một trang số liệu; next là con trỏ của trang sau, null khi hết',
  one: 'Một số liệu, kèm các lần đính chính',
  foundOne: 'Số liệu',
  enter: 'Nhập nhiều số liệu một lần, tất cả hoặc không gì cả',
  enterAbout:
    'Tối đa 10.000 dòng. Có một dòng sai thì không dòng nào được lưu, và mỗi dòng sai được nêu ở errors. Gửi lại cùng id (hoặc cùng Idempotency-Key và cùng nội dung) thì không tạo thêm. Có submit thì gửi duyệt luôn, cần thêm phạm vi actuals:read.',
  entered: 'Số liệu đã lưu, theo thứ tự gửi lên',
  query: {
    indicator: 'Mã chỉ tiêu',
    unit: 'Mã đơn vị: đơn vị này và các đơn vị bên dưới',
    period: 'Kỳ: 2026, 2026-H1, 2026-Q1 hoặc 2026-03',
    year: 'Năm',
    stage: 'Bước; nhiều bước cách nhau bằng dấu phẩy',
    superseded: 'Cả số liệu đã bị thay thế',
    limit: 'Số dòng mỗi trang',
    cursor: 'Con trỏ next của trang trước',
  },
  fields: {
    id: 'UUID do người gửi đặt, để gửi lại không bị trùng',
    unit: 'Mã đơn vị',
    value: 'Giá trị; để trống khi gửi tử số và mẫu số',
    asOfDate: 'Số liệu tính đến ngày',
    stage: 'entered: bản nháp; submitted: chờ duyệt; verified: đã xác nhận; returned: bị trả lại; withdrawn: đã rút',
    returnReason: 'Lý do trả lại',
    knownAt: 'Thời điểm được xác nhận',
    isSuperseded: 'Đã bị một đính chính thay thế',
    line: 'Từ bản đầu đến bản đính chính mới nhất, gồm cả số liệu này',
    version: 'Tăng mỗi lần sửa hoặc chuyển bước',
  },
  unknownUnit: (code: string) => `Không có đơn vị mã “${code}”.`,
  unknownIndicator: (code: string) => `Không có chỉ tiêu mã “${code}”.`,
  submitNeedsRead: 'Gửi duyệt luôn cần khóa có cả phạm vi actuals:read.',
  open: (id: string) => `Đã có số liệu chưa xác nhận của đơn vị, chỉ tiêu và kỳ này (id ${id}).`,
  verified: (id: string) =>
    `Đã có số liệu đã xác nhận của đơn vị, chỉ tiêu và kỳ này (id ${id}); chỉ có thể đính chính.`,
  other: 'id này đã dùng cho một số liệu khác, hoặc số liệu đã được sửa sau lần gửi trước.',
  rows: (wrong: number, all: number) => `${wrong} trong ${all} dòng chưa đúng. Không có gì được lưu.`,
} as const;
