/** The words of the API over frozen results. */
export const resultsApiText = {
  tag: 'Kết quả thi đua',
  list: 'Các kết quả thi đua đã công bố, năm mới nhất trước',
  found: 'Các kết quả, không kèm thứ hạng',
  one: 'Một kết quả đã công bố: hạng, điểm, xếp loại của từng đơn vị',
  about:
    'Không bao giờ đổi. Điểm là phân số chính xác của phần trăm điểm; shown là số đã làm tròn để hiện. Số liệu sửa về sau và kết luận kiến nghị không nằm ở đây.',
  foundOne: 'Kết quả',
  fields: {
    of: 'Khối, cụm hoặc phong trào',
    digest: 'SHA-256 của toàn bộ đầu vào lúc công bố',
    place: 'null: không tiêu chí nào áp dụng cho đơn vị',
    above: 'Tử số, phần trăm điểm',
    below: 'Mẫu số',
    shown: 'Phần trăm điểm, làm tròn: 7150 là 71,5 điểm',
    full: 'Thang điểm đầy đủ, phần trăm điểm',
    level: 'failed, completed, good, excellent; null: chưa xếp loại',
    partedBy: 'Điều gì phân định khi bằng điểm',
    defaults: 'Ngưỡng xếp loại là mặc định của phần mềm, tỉnh chưa xác nhận',
  },
} as const;
