/** What the operator reads when the embedded database cannot start. */
export const embeddedText = {
  noBinaries: (platform: string) =>
    `Không có bản PostgreSQL nhúng chạy được trên máy này (${platform}). ` +
    'Hãy cài PostgreSQL từ phiên bản 15 trở lên, tạo một cơ sở dữ liệu, rồi đặt biến môi trường DATABASE_URL, ví dụ: ' +
    'DATABASE_URL=postgresql://thidua:mat-khau@localhost:5432/thidua npm start',
  binariesFail: (reason: string) =>
    `PostgreSQL nhúng không chạy được trên máy này: ${reason}\n` +
    'Có thể dùng máy chủ PostgreSQL (từ phiên bản 15) bằng cách đặt biến môi trường DATABASE_URL.',
  alreadyRunning: (folder: string) =>
    `Một bản khác của phần mềm đang chạy trên cùng dữ liệu ở ${folder}. ` +
    'Hãy dừng bản đó trước, hoặc đặt DATA_DIR thành thư mục khác.',
  heldByOther: (folder: string, pid: number) =>
    `Cơ sở dữ liệu ở ${folder} đang được một tiến trình khác (số ${pid}) giữ và không dừng được. ` +
    'Hãy dừng tiến trình đó rồi chạy lại.',
  notYours: (folder: string) =>
    `Thư mục dữ liệu ${folder} thuộc về người dùng khác. Hãy chạy bằng đúng người dùng đã tạo thư mục, ` +
    'hoặc đặt DATA_DIR thành thư mục khác.',
  unwritable: (folder: string) =>
    `Không ghi được vào ${folder}. Hãy kiểm tra quyền thư mục và dung lượng đĩa, hoặc đặt DATA_DIR thành thư mục khác.`,
  otherVersion: (folder: string, found: string, wanted: string) =>
    `Dữ liệu ở ${folder} do PostgreSQL ${found} tạo ra, còn bản nhúng hiện là ${wanted}. ` +
    'Hãy sao lưu bằng phiên bản cũ của phần mềm rồi phục hồi vào thư mục mới (xem docs/operations.md).',
  noAccount:
    'PostgreSQL không chạy dưới quyền root và máy không có người dùng thường nào để chuyển sang. ' +
    'Hãy tạo một người dùng, ví dụ: useradd --system thidua',
  initFailed: (reason: string) => `Không tạo được cơ sở dữ liệu nhúng: ${reason}`,
  startFailed: (reason: string) => `Cơ sở dữ liệu nhúng không khởi động được: ${reason}`,
  placedElsewhere: (folder: string, place: string) =>
    `Người dùng chạy cơ sở dữ liệu không vào được ${folder}, nên dữ liệu nằm ở ${place} (có liên kết từ thư mục dữ liệu).`,
  restarting: 'Cơ sở dữ liệu nhúng dừng bất thường, đang khởi động lại.',
  restarted: 'Cơ sở dữ liệu nhúng đã chạy lại.',
  lost: 'Cơ sở dữ liệu nhúng chưa khởi động lại được, có thể do đĩa đầy. Hệ thống vẫn đang thử lại. Hãy xem nhật ký postgres.log trong thư mục dữ liệu.',
};
