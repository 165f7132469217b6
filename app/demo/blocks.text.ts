/** Words of the story of the blocks: all of them made up, and they say so. */
export const blockWords = {
  decision: (year: number) => `05/QĐ-MAU-${year}`,
  decisionFile: 'quyet-dinh-mau-giao-thanh-vien.pdf',
  decisionAbout: (block: string, year: number) => `Quyết định mẫu giao thành viên, trưởng, phó ${block}, năm ${year}`,
  pact: (year: number) => `Giao ước thi đua năm ${year} (mẫu để dùng thử)`,
  pactContent: (block: string, year: number) =>
    [
      `Các đơn vị thành viên ${block} thống nhất giao ước thi đua năm ${year} với những nội dung sau đây. Nội dung là mẫu để dùng thử, không phải văn bản của tỉnh.`,
      '1. Hoàn thành các chỉ tiêu đã đăng ký thi đua trong năm; báo cáo đúng kỳ, số liệu có nguồn và minh chứng.',
      '2. Mỗi đơn vị có ít nhất một sáng kiến hoặc mô hình được công nhận, giới thiệu để các đơn vị khác học tập.',
      '3. Khen thưởng kịp thời, đúng người, đúng việc; quan tâm người trực tiếp lao động, công tác ở cơ sở, nơi khó khăn.',
      '4. Dự đủ các cuộc họp; tự chấm điểm, chấm chéo khách quan, đúng thời hạn.',
      'Các đơn vị cam kết thực hiện nghiêm túc những nội dung trên.',
    ].join('\n'),
  declined: 'Đề nghị làm rõ cách tính sáng kiến tại mục 2 trước khi ký (lý do mẫu).',
  head: 'Thủ trưởng đơn vị (mẫu)',
  place: 'Hội trường mẫu, trụ sở đơn vị trưởng',
  first: {
    title: (year: number) => `Họp bàn chương trình hoạt động năm ${year} (mẫu)`,
    agenda:
      'Thông qua chương trình hoạt động năm.\nTrao đổi nội dung giao ước thi đua.\nPhân công việc của các đơn vị.',
    secretary: 'Người Mẫu Ghi Biên Bản, chuyên viên (mẫu)',
    instead: (unit: string) => `Người Mẫu Dự Thay, phó thủ trưởng ${unit}`,
    course:
      'Đại diện đơn vị trưởng trình bày dự thảo chương trình hoạt động năm (nội dung mẫu).\nCác đơn vị trao đổi; đa số đề nghị họp giữa năm một lần, cuối năm một lần và gửi số liệu trước cuộc họp năm ngày làm việc.',
    conclusion:
      'Thống nhất chương trình hoạt động năm và nội dung giao ước thi đua (kết luận mẫu).\nCác đơn vị thực hiện những việc ghi tại biên bản này đúng hạn.',
    done: 'Đã gửi chương trình hoạt động đến các đơn vị (kết quả mẫu).',
    agreed: [
      'Gửi chương trình hoạt động năm đến các đơn vị (việc mẫu)',
      'Giới thiệu một mô hình hay để các đơn vị đến học tập (việc mẫu)',
    ],
  },
  closing: {
    title: (year: number) => `Họp tổng kết thi đua năm ${year} (mẫu)`,
    agenda: 'Báo cáo kết quả thi đua năm.\nTrao đổi kết quả chấm điểm.\nGiới thiệu đơn vị trưởng, phó năm sau.',
  },
  halfway: {
    title: (year: number) => `Họp rà soát kết quả thi đua năm ${year} (mẫu)`,
    agenda: 'Rà soát tiến độ các chỉ tiêu đã đăng ký.\nTrao đổi khó khăn, kiến nghị.',
  },
} as const;
