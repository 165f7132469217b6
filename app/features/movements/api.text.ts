/** The words of the API over movements. */
export const movementsApiText = {
  tag: 'Phong trào thi đua',
  list: 'Phong trào thi đua được xem của chủ khóa',
  about:
    'Phong trào đã phát động theo mức được xem (công khai, nội bộ, hạn chế); bản nháp chỉ của đơn vị soạn. Phong trào thực hiện theo quy định về bảo vệ bí mật nhà nước không có trong API.',
  found: 'Một trang phong trào, đang thực hiện và kết thúc muộn đứng trước; total là tổng số',
  one: 'Một phong trào với mục tiêu, tiêu chí, các lần đánh giá và phong trào phát động tiếp',
  oneFound: 'Phong trào',
  query: {
    year: 'Năm: phong trào có ít nhất một ngày trong năm',
    unit: 'Mã đơn vị phát động',
    kind: 'regular: thường xuyên; themed: chuyên đề',
    stage: 'Bước',
  },
  fields: {
    unit: 'Mã đơn vị phát động',
    code: 'Mã trong chỉ thị; null khi không phải phong trào của chỉ thị',
    parent: 'id của phong trào cấp trên mà phong trào này thực hiện; null khi không có hoặc không được xem',
    visibility: 'public: công khai; internal: người đã đăng nhập; restricted: chỉ các đơn vị trong phạm vi',
    scopeKinds: 'Các loại đơn vị bên dưới thuộc phạm vi',
    documentNumber: 'Số, ký hiệu văn bản phát động; null khi chưa biết',
    stage:
      'draft: bản nháp; launched: đang thực hiện; closed: đã kết thúc, chờ tổng kết; concluded: đã tổng kết; withdrawn: đã rút',
    units: 'Số đơn vị hiện trong phạm vi',
    received: 'Số đơn vị trong đó đã tiếp nhận',
    goals: 'Mục tiêu, chỉ tiêu; code và clause khi lấy từ chỉ thị',
    plannedReviews: 'Các lần đánh giá đã định: theo ngày, theo năm, hoặc hằng năm khi không có cả hai',
    reviews: 'Kết quả đánh giá, sơ kết, tổng kết đã ghi',
    below: 'Phong trào phát động tiếp trực tiếp, được xem của chủ khóa',
  },
} as const;
