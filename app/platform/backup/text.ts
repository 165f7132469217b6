/** What the operator reads from `./thidua backup` and `./thidua restore`. */
export const backupText = {
  server:
    'Đang dùng máy chủ PostgreSQL (DATABASE_URL), nên sao lưu và phục hồi cơ sở dữ liệu bằng công cụ của PostgreSQL:\n' +
    '  pg_dump --format=custom --file=thidua.dump "$DATABASE_URL"\n' +
    '  pg_restore --no-owner --dbname="$DATABASE_URL" thidua.dump   (vào một cơ sở dữ liệu mới, còn trống)\n' +
    'và sao lưu riêng thư mục dữ liệu (DATA_DIR): khóa data-key và các tệp. Xem docs/operations.md.',
  noData: (folder: string) => `Không có cơ sở dữ liệu nhúng ở ${folder}. Hãy kiểm tra DATA_DIR.`,
  notReachable: (folder: string) =>
    `Cơ sở dữ liệu ở ${folder} đang chạy nhưng không kết nối được. Hãy chạy lệnh này bằng đúng người dùng chạy phần mềm.`,
  exists: (folder: string) => `${folder} đã có sẵn. Hãy chọn thư mục khác.`,
  notEmpty: (folder: string) =>
    `Thư mục dữ liệu ${folder} không trống. Chỉ phục hồi vào thư mục mới: hãy đặt DATA_DIR thành thư mục khác, ` +
    'hoặc dời thư mục cũ đi nơi khác trước.',
  notBackup: (folder: string) => `${folder} không phải là bản sao lưu (thiếu hoặc hỏng manifest.json).`,
  damaged: (file: string) => `Bản sao lưu đã hỏng: tệp ${file} thiếu hoặc khác với lúc sao lưu. Chưa phục hồi gì.`,
  newer: (names: readonly string[]) =>
    `Bản sao lưu do một phiên bản khác của phần mềm tạo ra (${names.join(', ')}). Hãy phục hồi bằng đúng phiên bản đó, rồi nâng cấp.`,
  wrongRows: (table: string) => `Bảng ${table} sau khi phục hồi không đủ số dòng. Không dùng thư mục dữ liệu vừa tạo.`,
  usageBackup: 'Cách dùng: ./thidua backup [thư-mục-mới]',
  usageRestore: 'Cách dùng: ./thidua restore <thư-mục-sao-lưu> (phục hồi vào DATA_DIR, thư mục này phải trống)',
  done: (folder: string, rows: number, files: number) =>
    `Đã sao lưu ${rows.toLocaleString('vi-VN')} dòng và ${files.toLocaleString('vi-VN')} tệp vào ${folder}.\n` +
    'Bản sao lưu chứa khóa giải mã (data-key) và dữ liệu cá nhân: hãy giữ ở nơi an toàn.',
  restored: (folder: string, rows: number, files: number) =>
    `Đã phục hồi ${rows.toLocaleString('vi-VN')} dòng và ${files.toLocaleString('vi-VN')} tệp vào ${folder}. ` +
    'Hãy chạy ./thidua verify-record để kiểm tra nhật ký, rồi npm start.',
};
