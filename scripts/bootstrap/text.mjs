/** What a person reads before anything is installed; Vietnamese first, then English. */
export const bootstrapText = {
  /** @param {string} version */
  oldNode: (version) =>
    `Phần mềm cần Node.js 20 trở lên, máy đang có ${version}. Hãy cài bản mới tại https://nodejs.org\n` +
    `Node.js 20 or newer is needed, this is ${version}.`,
  installing: 'Đang cài các thành phần cần thiết, lần đầu có thể mất vài phút… (Installing packages…)',
  /** @param {number} seconds */
  installed: (seconds) => `Đã cài xong sau ${seconds} giây. (Installed.)`,
  waiting: 'Một lần cài khác đang chạy, xin chờ… (Another install is running, waiting…)',
  noNpm: 'Không tìm thấy npm. Hãy cài Node.js kèm npm rồi chạy lại.\nnpm was not found: install Node.js with npm.',
  /** @param {string} tail */
  failed: (tail) =>
    `${tail}\n\nKhông cài được các thành phần. Hãy kiểm tra kết nối mạng, proxy (npm config get registry), quyền ghi ` +
    'thư mục và dung lượng đĩa, rồi chạy lại lệnh này.\n' +
    'Packages could not be installed: check the network, the npm registry, folder rights and disk space, then run again.',
  /** @param {string} platform */
  noNode24: (platform) =>
    `Không có Node.js 24 cho máy này (${platform}). Hãy cài Node.js 24 trở lên tại https://nodejs.org rồi chạy lại.\n` +
    `No Node.js 24 for this machine (${platform}): install Node.js 24 or newer and run again.`,
};
