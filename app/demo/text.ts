/** Words of the demonstration: what its players say, and what is printed when it starts. */
export const demoText = {
  staff: { officer: 'Chuyên viên', head: 'Thủ trưởng', indicator_owner: 'Phụ trách' },
  staffName: (part: string, unit: string) => `Người Mẫu ${part} ${unit}`,
  staffTitle: (part: string) => `${part} (mẫu)`,
  returnReasons: [
    'Số liệu mẫu: chưa khớp với kỳ trước, đề nghị rà soát lại.',
    'Số liệu mẫu: thiếu nguồn, đề nghị ghi rõ văn bản, báo cáo làm căn cứ.',
    'Số liệu mẫu: có thể nhầm đơn vị tính, đề nghị kiểm tra.',
  ],
  correctionReason: 'Số liệu mẫu: rà soát cuối quý thấy cộng sót một khoản.',
  evidenceName: 'tep-mau-minh-chung.pdf',
  pledgeAboutIndicator: (name: string, year: number) => `Đăng ký mẫu năm ${year}: ${name}`,
  pledgeAboutScheme: (name: string, year: number) => `Đăng ký mẫu năm ${year} theo đề án ${name}`,
  pledgeReturned: 'Đăng ký mẫu: chưa nêu sản phẩm cụ thể, đề nghị bổ sung.',
  blockDepartments: 'Khối thi đua các sở, ngành (mẫu)',
  blockParty: 'Khối thi đua các cơ quan Đảng, Mặt trận (mẫu)',
  blockCommunes: (n: number) => `Cụm thi đua xã, phường số ${n} (mẫu)`,
  snapshotTitle: (day: string) => `Số liệu chốt mẫu ngày ${day}`,
  filling: 'Lần chạy đầu tiên: đang tạo dữ liệu mẫu, mất chừng nửa phút…',
  startingOver: 'Lần tạo dữ liệu mẫu trước bị ngắt giữa chừng: đang tạo lại từ đầu…',
  foreignFolder: (folder: string) =>
    `Thư mục ${folder} đã có dữ liệu không phải của bản dùng thử. Hãy đặt DEMO_DATA_DIR sang thư mục khác.`,
  onlyEmbedded: 'Bản dùng thử chỉ chạy trên cơ sở dữ liệu riêng của nó. Hãy bỏ DATABASE_URL, hoặc bỏ DEMO.',
  noStory: (file: string) => `Không đọc được kịch bản dữ liệu mẫu ${file}.`,
  accountsTitle: 'BẢN DÙNG THỬ: mọi người và mọi số liệu đều là mẫu. Tài khoản để đóng vai:',
  account: (username: string, role: string, unit: string) => `  ${username}  ${role}, ${unit}`,
  password: (password: string) => `Mật khẩu chung: ${password}`,
} as const;
