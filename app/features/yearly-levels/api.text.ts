/** The words of the API over lists of levels. */
export const levelsApiText = {
  tag: 'Xếp loại cá nhân',
  list: 'Các danh sách xếp loại cá nhân được xem của chủ khóa',
  listAbout:
    'Danh sách đang ghi chỉ chuyên viên, thủ trưởng của đơn vị xem được; đã gửi thì thêm người được xem sổ khen thưởng của đơn vị. Không liệt kê danh sách đã bỏ.',
  found: 'Một trang, năm mới đứng trước; total là tổng số',
  one: 'Một danh sách với mức xếp loại của từng người',
  foundOne: 'Danh sách',
  fields: {
    unit: 'Mã đơn vị lập danh sách',
    stage: 'draft: đang ghi; submitted: chờ thủ trưởng xác nhận; confirmed: đã xác nhận; discarded: đã bỏ',
    people: 'Số người đã xếp loại',
    paper: 'Văn bản xếp loại đơn vị ghi; để trống khi không ghi',
    confirmedAt: 'Lúc thủ trưởng xác nhận; không có khi chưa xác nhận',
    holder: 'Mã người trong sổ khen thưởng',
    level: 'failed, completed, good, excellent',
  },
} as const;
