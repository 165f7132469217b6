/** The words of the API over the register. */
export const registerApiText = {
  tag: 'Sổ khen thưởng',
  holders: 'Đối tượng trong sổ được xem của chủ khóa',
  holdersAbout: 'Theo vai trò của chủ khóa ở đơn vị và cấp dưới. Không có số định danh.',
  honours: 'Khen thưởng đã có quyết định được xem của chủ khóa',
  honoursAbout: 'Mới nhất đứng trước. Đã hủy bỏ thì có ngày và số quyết định hủy bỏ.',
  found: 'Một trang; total là tổng số, isMore cho biết còn nhiều hơn số đã đếm',
  query: {
    words: 'Từ trong tên, có dấu hay không dấu',
    kind: 'person: cá nhân; collective: tập thể; household: hộ gia đình',
    award: 'Mã danh hiệu, hình thức khen thưởng',
    year: 'Năm thành tích',
    number: 'Các chữ đầu của số quyết định',
  },
} as const;
