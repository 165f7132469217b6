/** The words of the API over units. */
export const unitsApiText = {
  tag: 'Đơn vị',
  list: 'Danh sách cơ quan, đơn vị, địa phương',
  about: 'Đang hoạt động, hoặc như vào ngày nêu ở on. Không có limit thì trả về toàn bộ.',
  found: 'Các đơn vị theo tên',
  one: 'Một đơn vị',
  foundOne: 'Đơn vị',
  unknown: (code: string) => `Không có đơn vị mã “${code}”.`,
  query: {
    withBelow: 'Mã đơn vị: đơn vị này và các đơn vị bên dưới',
    kind: 'Loại đơn vị',
    parent: 'Mã đơn vị cấp trên: mọi đơn vị bên dưới',
    q: 'Một phần của tên, không cần dấu; hoặc mã',
    on: 'Các đơn vị có trong ngày này, với tên và cấp trên của ngày đó, như đã biết đến hết ngày đó',
    limit: 'Số đơn vị mỗi trang',
    page: 'Trang, bắt đầu từ 1; dùng cùng limit',
  },
  fields: {
    officialCode: 'Mã chính thức theo danh mục đơn vị hành chính; null khi không có',
    parent: 'Mã đơn vị cấp trên',
    communeType: 'xa, phuong hoặc dac_khu; chỉ với cấp xã',
    validFrom: 'null: không rõ ngày bắt đầu',
  },
} as const;
