/** The words of the API over whoever asks. */
export const meApiText = {
  tag: 'Người hỏi',
  me: 'Chủ khóa API, vai trò và phạm vi của khóa',
  about: 'Vai trò quản trị không đi theo khóa API.',
  found: 'Người hỏi',
  fields: {
    unit: 'Mã đơn vị của người này',
    roleUnit: 'Mã đơn vị nơi giữ vai trò; vai trò có hiệu lực xuống các đơn vị bên dưới',
    isLent: 'Được ủy quyền',
    scopes: 'Phạm vi của khóa',
  },
} as const;
