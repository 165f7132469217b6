/** The words of the API over honours. */
export const honoursApiText = {
  tag: 'Khen thưởng đã có quyết định',
  list: 'Khen thưởng đã có quyết định, được xem của chủ khóa',
  about: 'Chỉ có tên, đơn vị, loại đối tượng và quyết định. Mặc định không gồm lượt đã bị hủy bỏ.',
  found: 'Một trang, quyết định mới đứng trước; total là tổng số',
  query: {
    award: 'Mã danh hiệu, hình thức',
    level: 'Cấp khen thưởng: centre, province, base, elsewhere',
    holder: 'Loại đối tượng',
    kind: 'Loại hình khen thưởng',
    from: 'Từ năm thành tích',
    until: 'Đến năm thành tích',
    revoked: 'without: không gồm; only: chỉ lượt đã hủy bỏ; with: cả hai',
    words: 'Từ trong tên đối tượng, có dấu hay không dấu',
  },
  fields: {
    year: 'Năm thành tích',
    kind: 'Loại hình; null là không rõ',
    revokedOn: 'Ngày hủy bỏ; null là còn hiệu lực',
  },
} as const;
