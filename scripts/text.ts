/** What the operator reads from the scripts. */
export const scriptText = {
  building: 'Đang dựng ứng dụng, mất chừng một phút…',
  buildFailed: 'Không dựng được ứng dụng. Xem các dòng ở trên.',
  badPort: (port: string) => `PORT=${port} không phải là số cổng. Hãy đặt một số từ 1 đến 65535.`,
  badHost: (host: string) => `Bỏ qua HOST=${host} vì không phải địa chỉ IP hay localhost.`,
  portTaken: (port: number) =>
    `Cổng ${port} đang được chương trình khác dùng. Hãy đặt PORT thành số khác, ví dụ PORT=3001.`,
  portDenied: (port: number) => `Không được phép dùng cổng ${port}. Hãy đặt PORT thành số từ 1024 trở lên.`,
  unknownOption: (option: string) => `Không hiểu tùy chọn ${option}. Chỉ có: --demo.`,
  serving: (url: string) => `Đang phục vụ tại ${url} (dừng bằng Ctrl+C)`,
  firstLink: (url: string) =>
    `\nLần chạy đầu tiên: mở liên kết sau để đặt mật khẩu cho quản trị viên đầu tiên. Liên kết chỉ dùng được một lần.\n  ${url}\n`,
  stopping: 'Đang dừng…',
  stopped: 'Đã dừng.',
  noBrowser: (command: string) =>
    `Không tìm thấy trình duyệt Chromium để thử trên màn hình thật. Hãy chạy lệnh sau rồi thử lại:\n  ${command}\n` +
    'hoặc đặt CHROME_PATH thành đường dẫn của một trình duyệt Chromium.',
  installingBrowser: 'Không tìm thấy trình duyệt, đang cài chromium bằng apt…',
  installingS3Server: 'Chưa có máy chủ S3 để kiểm thử, đang cài python3-swift bằng apt…',
};
