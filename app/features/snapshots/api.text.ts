/** The words of the API over snapshots. */
export const snapshotsApiText = {
  tag: 'Số liệu chốt',
  list: 'Các lần chốt số liệu, mới nhất trước',
  found: 'Các lần chốt, không kèm nội dung',
  one: 'Một lần chốt với toàn bộ nội dung: chỉ tiêu, bảng tính, đơn vị',
  about: 'Nội dung không bao giờ đổi. Bảng tính sheet của mỗi chỉ tiêu chạy lại được bằng ./thidua evaluate.',
  foundOne: 'Lần chốt',
  fields: {
    purpose: 'yearly: đánh giá năm; midterm: sơ kết; final: tổng kết; other: khác',
    asOf: 'Số liệu như đã biết đến hết ngày này',
    digest: 'SHA-256 của nội dung lúc chốt',
    isWhole: 'Nội dung vẫn cho đúng mã băm đó',
    answer: 'Kết quả tính lúc chốt',
    sheet: 'Bảng tính: mọi thứ cần để tính lại',
  },
} as const;
