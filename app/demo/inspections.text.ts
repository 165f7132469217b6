/** What inspections of the story say: plainly made up. */
export const inspectionWords = {
  programme: 'Chương trình kiểm tra phong trào thi đua (mẫu)',
  purpose:
    'Nắm việc triển khai phong trào thi đua tại đơn vị; kịp thời tháo gỡ khó khăn, vướng mắc.\nKiểm tra gọn, không trùng lặp, không gây phiền hà.',
  number: '18/KH-MAU',
  title: 'Kiểm tra việc thực hiện phong trào thi đua (mẫu)',
  content:
    'Việc ban hành kế hoạch, đăng ký chỉ tiêu thi đua\nViệc báo cáo theo kỳ, nhập số liệu\nMô hình, sáng kiến của đơn vị',
  place: 'Trụ sở đơn vị (mẫu)',
  attendees: 'Đoàn kiểm tra: đủ thành phần\nĐơn vị: thủ trưởng, chuyên viên đầu mối',
  results:
    'Đơn vị đã ban hành kế hoạch, phân công người phụ trách. Số liệu cơ bản đầy đủ; còn một số việc chậm so với kế hoạch (mẫu).',
  opinions: 'Đơn vị tiếp thu và đề nghị được tập huấn thêm về nhập số liệu (mẫu).',
  conclusion: 'Đơn vị thực hiện cơ bản đúng quy định; khắc phục các tồn tại đã nêu (mẫu).',
  findings: [
    ['Một số số liệu chưa có minh chứng kèm theo (mẫu).', 'Bổ sung minh chứng cho các số liệu của quý (mẫu).'],
    ['Chưa có mô hình nào được đăng ký trong năm (mẫu).', 'Đăng ký ít nhất một mô hình, sáng kiến (mẫu).'],
  ],
  answer: 'Đã bổ sung đủ, có bản chụp kèm theo hồ sơ của đơn vị (mẫu).',
  selfCheck: 'Tự kiểm tra việc thực hiện đề án (mẫu)',
  selfReason: 'Kiểm tra định kỳ của cơ quan chủ trì theo mục II.1.3 của chỉ thị (mẫu)',
} as const;
