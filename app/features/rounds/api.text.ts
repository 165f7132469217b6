/** The words of the API over reporting rounds and reports. */
export const reportsApiText = {
  tag: 'Kỳ báo cáo, báo cáo',
  rounds: 'Các kỳ báo cáo',
  roundsAbout: 'Kỳ đã mở: mọi người có khóa. Số liệu đếm chỉ tính đơn vị được xem của chủ khóa.',
  roundsFound: 'Một trang kỳ báo cáo; total là tổng số',
  standing: 'Tình trạng gửi báo cáo của các đơn vị trong một kỳ',
  standingFound: 'Các đơn vị được xem của chủ khóa, mỗi đơn vị một dòng',
  history: 'Báo cáo của một đơn vị qua các kỳ',
  report: 'Báo cáo của một đơn vị trong một kỳ',
  reportAbout:
    'draft: phần đơn vị đang viết, chỉ người của đơn vị thấy. sent: lần gửi gần nhất còn hiệu lực, nguyên văn như lúc ký.',
  reportFound: 'Báo cáo, với các mục như mẫu hỏi đơn vị này',
  write: 'Ghi phần viết của báo cáo đang soạn',
  writeAbout:
    'Mục không nêu trong texts thì giữ như đang có. version là version vừa đọc (0 khi chưa ai viết); khác thì bị từ chối. Trình, ký, gửi, tiếp nhận không làm bằng khóa API. Cần cả phạm vi reports:read.',
  written: 'Báo cáo sau khi ghi',
  query: { stage: 'Bước của kỳ' },
  fields: {
    unit: 'Mã đơn vị',
    position: 'Số của mục, giữ nguyên qua các bản của mẫu',
    part: 'Mã tiêu chí hoặc chỉ tiêu mà phần viết nói tới; trống là phần chung của mục',
    stage: 'draft: đang soạn; presented: chờ ký; signed: đã gửi; received: đã tiếp nhận; returned: bị trả lại',
    standing: 'waiting, overdue, sent, received, returned, exempt',
    lateDays: 'Số ngày làm việc muộn',
  },
  notThere: 'Không có kỳ báo cáo hoặc đơn vị này, hoặc chủ khóa không được xem.',
  notRead: 'Ghi báo cáo cần khóa có cả phạm vi reports:read.',
  noSection: 'Mẫu của kỳ không có phần viết này.',
} as const;
