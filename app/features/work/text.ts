/** What people read on "my work". */
import { formatVietnamese } from '../../kernel/decimal.ts';

export const workText = {
  title: (waiting: number, late: number) => {
    if (waiting === 0) return 'Không có việc nào đang chờ';
    const all = `${formatVietnamese(waiting)} việc đang chờ`;
    return late === 0 ? all : `${all}, ${formatVietnamese(late)} việc quá hạn`;
  },
  verify: (n: number) => `Duyệt ${formatVietnamese(n)} số liệu các đơn vị đã gửi`,
  verifyVerb: 'Duyệt',
  verifyNote: 'Số liệu chưa duyệt thì chưa tính vào kết quả chính thức.',
  accept: (n: number) => `Tiếp nhận ${formatVietnamese(n)} đăng ký chỉ tiêu`,
  acceptVerb: 'Xem',
  acceptNote: (year: number) => `Đăng ký của các đơn vị cho năm ${year}.`,
  pledge: (year: number) => `Đăng ký chỉ tiêu thi đua năm ${year}`,
  pledgeNote: (unit: string) => `${unit} chưa có đăng ký nào trong năm. Chỉ thị yêu cầu mọi đơn vị đăng ký.`,
  pledgeVerb: 'Đăng ký',
  returned: (wording: string) => `Sửa đăng ký bị trả lại: ${wording}`,
  draft: (wording: string) => `Gửi đăng ký đang nháp: ${wording}`,
  returnedNote: (unit: string, reason: string) => `${unit} · ${reason}`,
  report: {
    none: (round: string) => `Viết báo cáo: ${round}`,
    draft: (round: string) => `Gửi báo cáo đang soạn: ${round}`,
    presented: (round: string) => `Ký gửi báo cáo: ${round}`,
    returned: (round: string) => `Sửa báo cáo bị trả lại: ${round}`,
  },
  reportNote: (due: string, unit: string) => `Hạn ${due} · ${unit}`,
  reportLate: (due: string, unit: string) => `Quá hạn ${due} · ${unit}`,
  receiveReports: (n: number, round: string) => `Tiếp nhận ${formatVietnamese(n)} báo cáo: ${round}`,
  receiveReportsNote: 'Các đơn vị đã ký gửi, chờ tiếp nhận hoặc trả lại.',
  issue: (title: string) => `Ký báo cáo tổng hợp: ${title}`,
  issueNote: 'Đã chốt, chờ ghi nhận số và ngày của văn bản đã ký, hoặc trả lại.',
  receive: (name: string) => `Tiếp nhận phong trào: ${name}`,
  receiveNote: (unit: string, by: string) => `${unit} · ${by} phát động`,
  receiveVerb: 'Xem',
  launch: (name: string) => `Hoàn thiện, phát động phong trào đang nháp: ${name}`,
  open: 'Mở',
  emptyWhat: 'Ông/bà không có việc nào đang chờ',
  emptyWhy:
    'Việc cần làm hiện ở đây theo hạn: số liệu phải nhập, số liệu bị trả lại, số liệu chờ duyệt, đăng ký chỉ tiêu, kế hoạch và báo cáo của đơn vị, phong trào chờ tiếp nhận.',
  emptyFirst: 'Xem tổng quan',
} as const;
