/** The words of the API over criteria sets. */
export const criteriaApiText = {
  tag: 'Chấm điểm, xếp hạng',
  list: 'Các bộ tiêu chí chấm điểm được xem của chủ khóa',
  about:
    'Bộ đã ban hành và bộ đã được thay thế: mọi người có khóa với phạm vi evaluations:read. Dự thảo: người tổ chức chấm điểm của tỉnh. Điểm là số nguyên phần trăm điểm: 1250 là 12,5 điểm.',
  found: 'Một trang, năm mới đứng trước; total là tổng số',
  one: 'Một bộ tiêu chí với toàn bộ tiêu chí',
  foundOne: 'Bộ tiêu chí',
  notThere: 'Không có bộ tiêu chí này, hoặc khóa không được xem.',
  query: { year: 'Năm', stage: 'Tình trạng' },
  fields: {
    block: 'Khối, cụm; null khi là bộ của phong trào cho mọi đơn vị trong phạm vi',
    movement: 'Phong trào chuyên đề; null khi là bộ hằng năm của khối, cụm, hoặc phong trào ngoài phạm vi được xem',
    review: 'Lần xếp hạng của phong trào; null khi là bộ của khối, cụm',
    isProposal: 'Lập từ bản gợi ý của hệ thống và chưa ban hành',
    points: 'Tổng điểm tối đa, không kể điểm thưởng; phần trăm điểm',
    max: 'Điểm tối đa, phần trăm điểm',
    parent: 'Mã của nhóm chứa mục này; null khi ở cấp ngoài cùng',
    way: 'data: tính từ số liệu; hand: đơn vị tự chấm; expert: cơ quan phụ trách lĩnh vực chấm; null với nhóm',
    rule: 'Cách tính điểm từ số liệu, bằng lời; null khi không tính từ số liệu',
    cap: 'Phần trăm điểm; null: bằng tổng các mục',
    lateReason: 'Lý do ban hành khi năm đã bắt đầu',
    ties: 'Quy tắc khi bằng điểm, theo thứ tự xét',
  },
} as const;
