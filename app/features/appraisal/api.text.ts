/** The words of the API over appraisal. */
export const appraisalApiText = {
  tag: 'Thẩm định hồ sơ khen thưởng',
  one: 'Thẩm định của một hồ sơ: tiêu chuẩn, nội dung phải kiểm tra, kết luận của từng đối tượng',
  oneAbout:
    'Cho người thẩm định, người có thẩm quyền, người kiểm soát của nơi nhận; đơn vị trình không đọc được. items là các nội dung được ghi nhận xét.',
  found: 'Một trang đối tượng, theo thứ tự trong hồ sơ; total là tổng số',
  conclude: 'Ghi nhận xét, kết luận thẩm định về một đối tượng',
  concludeAbout:
    'Cùng kiểm tra như trên trang: người thẩm định của nơi nhận, không phải người đã ký gửi, hồ sơ đang thẩm định hoặc lấy ý kiến. Thay toàn bộ nhận xét đã ghi. Kết luận lacking, removed, nhận xét khác met phải có reason; removed đưa đối tượng ra khỏi danh sách. Khóa cần cả phạm vi dossiers:read.',
  concluded: 'Đã ghi',
  needsRead: 'Ghi kết luận thẩm định cần khóa có cả phạm vi dossiers:read.',
  unknownItem: (item: string) =>
    `Đối tượng này không có nội dung kiểm tra “${item}”. Lấy các nội dung ở items của getAppraisal.`,
  itemTwice: (item: string) => `Nội dung “${item}” ghi hai lần.`,
  fields: {
    version: 'Phiên bản của phần thẩm định về đối tượng này; 0 khi chưa ghi gì',
    standard: 'Đối chiếu với tiêu chuẩn: met: đạt; to_judge: có điều kiện phải xem xét; not_met: chưa đạt',
    items: 'Nội dung phải kiểm tra: clause: theo sau là điều khoản; papers, authentic, duplicates, copied, past_awards',
    verdict: 'met: đạt; not_met: không đạt; to_supplement: phải bổ sung',
    conclusion:
      'qualified: đủ điều kiện; lacking: chưa đủ điều kiện; removed: đưa ra khỏi danh sách. Không gửi: chỉ lưu nhận xét',
    flags: 'Số cảnh báo của cơ quan khác còn hiệu lực mà chưa kết luận',
    changed: 'Có: sổ khen thưởng đã khác so với lúc kết luận, phải kết luận lại',
  },
} as const;
