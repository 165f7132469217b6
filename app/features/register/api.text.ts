/** The words of the API over the register. */
export const registerApiText = {
  tag: 'Sổ khen thưởng',
  holders: 'Đối tượng trong sổ được xem của chủ khóa',
  holdersAbout: 'Theo vai trò của chủ khóa ở đơn vị và cấp dưới. Không có số định danh.',
  honours: 'Khen thưởng đã có quyết định được xem của chủ khóa',
  honoursAbout: 'Mới nhất đứng trước. Đã hủy bỏ thì có ngày và số quyết định hủy bỏ.',
  holder: 'Một đối tượng trong sổ, có quá trình',
  holderAbout:
    'Quá trình gồm khen thưởng, ghi chép hằng năm, sáng kiến được công nhận, lần nhập dòng trùng; mới nhất đứng trước.',
  foundHolder: 'Đối tượng và quá trình',
  honour: 'Một khen thưởng đã có quyết định',
  foundHonour: 'Khen thưởng, nguồn gốc và version để đính chính',
  enter: 'Ghi một khen thưởng đã có quyết định',
  enterAbout:
    'Cho đối tượng đã có trong sổ. Khen thưởng cấp cơ sở: người ghi sổ của đơn vị; từ cấp tỉnh trở lên: người thẩm định. Gửi lại cùng id (hoặc cùng Idempotency-Key) thì không ghi thêm. Cần thêm phạm vi honours:read.',
  entered: 'Đã ghi',
  correct: 'Đính chính một khen thưởng đã ghi',
  correctAbout:
    'Chỉ sửa trường được gửi; phải có lý do. Khen thưởng theo quyết định ban hành trong phần mềm không sửa ở đây. Cần thêm phạm vi honours:read.',
  corrected: 'Đã đính chính',
  needsRead: 'Việc này cần khóa có cả phạm vi honours:read.',
  found: 'Một trang; total là tổng số, isMore cho biết còn nhiều hơn số đã đếm',
  fields: {
    origin:
      'decision: quyết định ban hành trong phần mềm; centre: kết quả cấp trên của hồ sơ; entered: ghi từ quyết định đã có',
    struckReason: 'Lý do gạch bỏ vì ghi nhầm; null là dòng đang tính',
    what: 'honour: khen thưởng; note: ghi chép; removed: ghi chép đã bỏ; initiative: sáng kiến; merge: nhập dòng trùng',
    removed: 'Của ghi chép đã bỏ: ngày và lý do bỏ',
    on: 'Ngày, hoặc năm khi không có ngày; rỗng là chưa rõ',
    id: 'UUID của khen thưởng, sáng kiến, hoặc của dòng trùng đã nhập vào',
    note: 'post: chức vụ; year: xếp loại; discipline: kỷ luật; pending: vụ việc đang xem xét; members: cá nhân trong tập thể; block: kết quả cụm, khối; checked: xác nhận đã ghi đủ',
    fields: 'Nội dung, theo tên trường; trường chưa biết thì không có',
    ownId: 'UUID do người gửi đặt, để gửi lại không bị trùng',
    kind: 'merit: công trạng; sudden: đột xuất; movement: chuyên đề, phong trào; devotion: cống hiến; tenure: niên hạn; foreign: đối ngoại; null: không rõ',
    source: 'Sổ, quyết định, văn bản mà dòng này được lấy từ đó',
    version: 'Version đã xem; khác với version đang lưu thì không sửa',
    reason: 'Lý do đính chính',
  },
  query: {
    words: 'Từ trong tên, có dấu hay không dấu',
    kind: 'person: cá nhân; collective: tập thể; household: hộ gia đình',
    award: 'Mã danh hiệu, hình thức khen thưởng',
    year: 'Năm thành tích',
    number: 'Các chữ đầu của số quyết định',
  },
} as const;
