/** The words of the API over the directive's own content. */
export const directiveApiText = {
  tag: 'Chỉ thị',
  schemes: {
    list: 'Danh sách đề án trọng tâm',
    one: 'Một đề án',
    about:
      'Tên, thời hạn, cơ quan chủ trì, phối hợp, nội dung và tiêu chí thi đua đúng như chỉ thị ghi. Đề án thuộc phạm vi bí mật nhà nước chỉ có mã, tên và ghi chú.',
    found: 'Các đề án theo thứ tự của chỉ thị',
    foundOne: 'Đề án',
  },
  commitments: {
    list: 'Mục tiêu, cam kết và thời gian của phong trào',
    found: 'Các mục theo thứ tự của chỉ thị',
  },
  clauses: { list: 'Nguyên văn chỉ thị theo từng mục', found: 'Các mục theo thứ tự của chỉ thị' },
  fields: {
    name: 'Tên như chỉ thị ghi',
    shortName: 'Tên gọi ngắn trên các trang',
    term: 'Thời hạn như tên đề án ghi; null khi tên không ghi',
    leads: 'Cơ quan chủ trì, theo thứ tự',
    leadUnits: 'Mã đơn vị của cơ quan chủ trì',
    coordinators: 'Cơ quan phối hợp; có nhóm chỉ nêu bằng lời',
    reportingDuty: 'Chế độ báo cáo',
    restricted:
      'Thực hiện theo quy định về bảo vệ bí mật nhà nước: chỉ có nguyên văn chỉ thị, không có số liệu, đăng ký hay tệp nào',
    clause: 'Mục của chỉ thị',
  },
} as const;
