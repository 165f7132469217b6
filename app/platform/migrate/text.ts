/** What the operator reads when the database cannot be brought to the shape this version needs. */
export const migrateText = {
  done: 'Cơ sở dữ liệu đã đúng với phiên bản này.',
  unreachable: (reason: string) =>
    `Không kết nối được cơ sở dữ liệu: ${reason}. Hãy kiểm tra DATABASE_URL và máy chủ PostgreSQL.`,
  tooOld: (version: string) => `Máy chủ PostgreSQL phiên bản ${version} quá cũ, cần từ phiên bản 15 trở lên.`,
  notUtf8: (encoding: string) =>
    `Cơ sở dữ liệu dùng mã ${encoding}, cần UTF8. Hãy tạo cơ sở dữ liệu mới với encoding UTF8.`,
  changed: (name: string) =>
    `Bước nâng cấp ${name} đã chạy trên cơ sở dữ liệu này nhưng nội dung nay đã khác. ` +
    'Không sửa bước đã chạy: hãy dùng lại bản gốc của phần mềm, rồi thêm bước mới.',
  newer: (names: readonly string[]) =>
    `Cơ sở dữ liệu đã được nâng cấp bởi một phiên bản mới hơn của phần mềm (${names.join(', ')}). ` +
    'Hãy chạy phiên bản mới đó, hoặc phục hồi bản sao lưu cũ.',
  outOfOrder: (name: string, after: string) =>
    `Bước nâng cấp ${name} đứng trước bước đã chạy ${after}. Bước mới phải mang số lớn hơn.`,
  failed: (name: string, reason: string) =>
    `Nâng cấp cơ sở dữ liệu dừng ở ${name}: ${reason}. Chưa có gì thay đổi trong cơ sở dữ liệu.`,
  notOwner: (sql: string) =>
    'Tài khoản nâng cấp phải sở hữu cơ sở dữ liệu (DATABASE_MIGRATION_URL, hoặc DATABASE_URL khi không đặt riêng). ' +
    `Hãy nhờ quản trị PostgreSQL chạy lệnh sau rồi khởi động lại:\n${sql}`,
  roleLost: (role: string) =>
    `Kết nối tới cơ sở dữ liệu không nhận vai trò ${role} (tùy chọn -c role=${role} bị bỏ qua, thường do bộ gom kết nối). ` +
    'Hãy nối thẳng tới PostgreSQL hoặc cấu hình bộ gom kết nối chuyển tiếp tùy chọn này.',
  rolesMissing: (sql: string) =>
    'Cơ sở dữ liệu chưa có đủ vai trò và tài khoản đang dùng không được phép tạo. ' +
    `Hãy nhờ quản trị PostgreSQL chạy các lệnh sau rồi khởi động lại:\n${sql}`,
  extensionsMissing: (sql: string) =>
    'Cơ sở dữ liệu chưa có đủ phần mở rộng và tài khoản đang dùng không được phép tạo. ' +
    `Hãy nhờ quản trị PostgreSQL chạy các lệnh sau trong cơ sở dữ liệu này rồi khởi động lại:\n${sql}`,
};
