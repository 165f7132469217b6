/** Words of the story of evaluation: all of them made up, and they say so. */
export const evaluationWords = {
  set: (block: string, year: number) => `Bộ tiêu chí mẫu chấm điểm ${block}, năm ${year}`,
  source: 'Bộ tiêu chí mẫu để dùng thử, không phải văn bản của tỉnh.',
  paper: (n: number, year: number) => `${n}/HD-MAU-${year}`,
  /** What a department scores in the story, in place of a criterion for which the ready set names nobody. */
  budget: {
    title: 'Thu ngân sách trên địa bàn, quản lý chi tiết kiệm (mẫu)',
    guidance: 'Tiêu chí mẫu để dùng thử: cơ quan tài chính chấm theo kết quả của năm.',
  },
  judgement: (block: string, year: number) => `Chấm điểm ${block}, năm ${year}`,
  reasons: {
    higher: 'Mẫu: có thêm kết quả đã kiểm tra hồ sơ, chấm cao hơn.',
    lower: 'Mẫu: đối chiếu hồ sơ, một phần nội dung chưa có kết quả.',
    notApplicable: 'Mẫu: trong năm đơn vị không được kiểm tra nên không có kiến nghị phải khắc phục.',
    bonus: 'Mẫu: có giấy ghi nhận của cấp trên.',
    penalty: 'Mẫu: một báo cáo phải đính chính số liệu.',
    unknown: 'Mẫu: hết hạn vẫn chưa có số liệu được xác nhận, tính như chưa đạt.',
  },
  returned: 'Mẫu: phần tự chấm chưa khớp báo cáo năm, đề nghị rà soát lại.',
  upheld: {
    text: 'Ý kiến mẫu: đề nghị xem lại, một chỉ tiêu hoàn thành trong tháng 12 chưa được tính.',
    answer: 'Mẫu: đã kiểm tra, chỉ tiêu hoàn thành đúng hạn, chấm thêm 0,25 điểm.',
  },
  dismissed: {
    text: 'Ý kiến mẫu: đề nghị xem lại tổng điểm của đơn vị.',
    answer: 'Mẫu: hồ sơ không có thêm minh chứng, giữ nguyên điểm.',
  },
  minutes: '01/BB-MAU',
} as const;
