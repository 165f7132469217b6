/** What the demonstration says of what comes after a decision. All of it made up. */
type Told = {
  readonly kind: 'person' | 'collective' | 'household';
  readonly name: string;
  readonly award: string;
  /** Decided this year, else last year. */
  readonly late: boolean;
};

const honours: readonly Told[] = [
  { kind: 'person', name: 'Nguyễn Văn Mẫu Một', award: 'bang-khen-tinh', late: false },
  { kind: 'collective', name: 'Tổ sản xuất Mẫu', award: 'bang-khen-tinh', late: false },
  { kind: 'household', name: 'Hộ gia đình ông Trần Văn Mẫu', award: 'bang-khen-tinh', late: false },
  { kind: 'person', name: 'Lê Thị Mẫu Hai', award: 'chien-si-thi-dua-tinh', late: true },
  { kind: 'person', name: 'Phạm Văn Mẫu Ba', award: 'bang-khen-tinh', late: true },
  { kind: 'collective', name: 'Trường Mẫu', award: 'tap-the-lao-dong-xuat-sac', late: true },
];

export const afterWords = {
  honours,
  source: 'Dữ liệu mẫu',
  achievement: 'Thành tích mẫu',
  decidedBy: 'Chủ tịch Ủy ban nhân dân tỉnh',
  number: (at: number) => `MAU-${String(at + 1).padStart(2, '0')}/QĐ-UBND`,
  vouchers: ['PC-MAU-01', 'PC-MAU-02'],
  entries: [
    { kind: 'allocation', amount: '200.000.000', day: '01-10', what: 'Ngân sách cấp (mẫu)', voucher: '' },
    {
      kind: 'other_source',
      amount: '15.000.000',
      day: '01-12',
      what: 'Đóng góp của tổ chức (mẫu)',
      voucher: 'PT-MAU-01',
    },
    { kind: 'items', amount: '12.500.000', day: '01-15', what: 'In bằng khen, mua khung (mẫu)', voucher: 'PC-MAU-10' },
    { kind: 'organising', amount: '30.000.000', day: '01-18', what: 'Hội nghị phát động (mẫu)', voucher: 'PC-MAU-11' },
  ],
  twice: { kind: 'organising', amount: '30.000.000', what: 'Hội nghị phát động (mẫu)', voucher: 'PC-MAU-12' },
  struck: 'Ghi trùng với dòng chi hội nghị phát động (lý do mẫu)',
  receipt: 'PT-MAU-02',
  /** Working days of this story alone: what the province has to lay down. */
  terms: { accept: 10, answer: 30 },
  statement: 'Kết luận kiểm tra mẫu nêu bản kê khai thành tích không đúng với thực tế.',
  opinion: 'Hồ sơ mẫu đủ căn cứ theo điểm a khoản 2 Điều 93.',
  items: 'Bằng khen kèm khung',
  complaint: {
    kind: 'denunciation',
    about: 'Thành tích nêu trong hồ sơ chưa đúng (mẫu)',
    content: 'Nội dung đơn mẫu, không phải đơn thật.',
    sender: 'Người Mẫu Gửi Đơn',
    contact: 'Địa chỉ mẫu',
  },
} as const;
