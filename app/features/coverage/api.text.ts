/** The words of the API over coverage. */
export const coverageApiText = {
  tag: 'Thực hiện cam kết',
  units: 'Từng đơn vị trong phạm vi phong trào: tiếp nhận, kế hoạch, đăng ký, sáng kiến',
  unitsAbout:
    'PT-1.2 và PT-1.4, tính từ kế hoạch đã phê duyệt, đăng ký đã tiếp nhận và sáng kiến của năm. Không nêu movement thì là phong trào của chỉ thị. Theo một ngày (knownOn): như đã biết đến hết ngày đó; khối, cụm và sáng kiến xem theo hiện nay.',
  unitsFound: 'Các đơn vị theo tên',
  schemes: 'Từng cơ quan chủ trì đề án: kế hoạch, nhiệm vụ, mốc, đăng ký, kiểm tra',
  schemesAbout:
    'PT-1.3. complete là đủ kế hoạch và có kiểm tra trong năm; cách tính mặc định của phần mềm. Đề án thực hiện chế độ bảo vệ bí mật nhà nước không có trong danh sách.',
  schemesFound: 'Theo thứ tự đề án',
  query: { year: 'Năm; không nêu thì năm nay', movement: 'id của phong trào' },
  fields: {
    unit: 'Mã đơn vị; null khi chỉ thị chỉ nêu bằng lời',
    block: 'Khối, cụm thi đua của năm',
    territory: 'Địa bàn trước sắp xếp',
    schemes: 'Các đề án mà chỉ thị nêu tên đơn vị',
    receivedOn: 'Ngày tiếp nhận phong trào; null khi chưa',
    carriedOn: 'Đã phát động tiếp trong đơn vị',
    planned: 'Có kế hoạch được phê duyệt cho phong trào trong năm',
    pledges: 'Số đăng ký chỉ tiêu của năm đã tiếp nhận',
    kept: 'Đủ kế hoạch và đăng ký',
    initiatives: 'Số sáng kiến, mô hình của năm',
    missing: 'Phần còn thiếu: plan, indicators, progress, check',
  },
} as const;
