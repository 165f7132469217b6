/** What stands in the register of the story: plainly made up, and said to be. */
const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Lý', 'Vàng', 'Giàng', 'Lù'];
const numbers = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười'];

export const registerWords = {
  source: 'Sổ khen thưởng mẫu (dữ liệu mẫu)',
  confirmed: 'Đơn vị xác nhận (dữ liệu mẫu)',
  classified: (year: number) => `Thông báo xếp loại mẫu năm ${year}`,
  person: (n: number, isWoman: boolean) =>
    `${surnames[n % surnames.length]} ${isWoman ? 'Thị' : 'Văn'} Mẫu ${numbers[n % 10]} ${numbers[Math.floor(n / 10) % 10]}`,
  collective: (unit: string) => `Tập thể mẫu, ${unit}`,
  household: (n: number) => `Hộ gia đình mẫu số ${n}`,
  positions: ['Trưởng phòng', 'Giáo viên', 'Công chức', 'Nhân viên', 'Cán bộ thôn', 'Công chức'],
  measure: 'Khiển trách',
  disciplined: '15/QĐ-MẪU',
  number: (year: number, code: string) => `${(year % 90) + 10}/QĐ-MẪU-${code}`,
  decidedBy: (unit: string) => `Người quyết định mẫu, ${unit}`,
} as const;
