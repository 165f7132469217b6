/** The words of the API over indicators and where they stand. */
export const indicatorsApiText = {
  tag: 'Chỉ tiêu',
  list: 'Danh sách chỉ tiêu và tình trạng của toàn tỉnh',
  about:
    'Chỉ số liệu đã được xác nhận mới được tính. Tình trạng tính theo số liệu của toàn tỉnh vào hôm nay, hoặc như đã biết đến hết ngày nêu ở knownOn.',
  found: 'Các chỉ tiêu theo thứ tự của chỉ thị',
  one: 'Một chỉ tiêu, kèm lời giải thích tình trạng và đường mục tiêu',
  foundOne: 'Chỉ tiêu',
  query: { field: 'Lĩnh vực', status: 'Tình trạng' },
  fields: {
    clause: 'Mục của chỉ thị',
    wording: 'Nguyên văn',
    unit: 'Đơn vị tính',
    comparator:
      'gt: trên; gte: từ … trở lên; lt: dưới; lte: không quá; reach: đạt; about: khoảng; range: trong khoảng; maintain: duy trì; milestone: mốc',
    target: 'Một số, một khoảng, hoặc null khi chỉ tiêu là mốc phải đạt',
    tolerance: 'Sai lệch được chấp nhận của “khoảng”, theo đơn vị tính; null: mặc định 5 %',
    toleranceIsDefault: 'Mức sai lệch do hệ thống đặt, chỉ thị không nêu',
    aggregation: 'Cách tính theo thời gian',
    rollup: 'Cách cộng lên theo đơn vị',
    baseline: 'Mức xuất phát; null là chưa biết, không phải bằng 0',
    owner: 'Mã cơ quan phụ trách; null khi chưa giao',
    latest: 'Giá trị mới nhất và kỳ của nó; null khi chưa có số liệu',
    complete: 'Mọi đơn vị phải báo cáo đều đã có trong giá trị này',
    expected: 'Mức cần có vào kỳ của giá trị mới nhất theo đường mục tiêu',
    needed: 'Nhịp hoặc mức còn phải đạt từ nay đến hạn',
    forecast: 'Mức dự báo vào năm hạn theo nhịp hiện nay; null khi quá ít số liệu',
    asOf: 'Tình trạng tính đến ngày này',
    explanation: 'Vì sao có tình trạng này, bằng lời',
    trajectory: 'Mức phải đạt từng năm được giao bằng văn bản; trống thì nội suy',
    points: 'Giá trị đã xác nhận của toàn tỉnh theo kỳ',
  },
} as const;
