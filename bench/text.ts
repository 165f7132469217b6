/** What the operator reads when the bench does not start. */
export const benchText = {
  notEmpty: (database: string) =>
    `Cơ sở dữ liệu ${database} đã có bảng, nên không chạy đo trên đó để khỏi đụng tới dữ liệu. ` +
    'Hãy cho tài khoản trong DATABASE_URL quyền tạo cơ sở dữ liệu (alter role … createdb), đưa một cơ sở dữ liệu trống, ' +
    'hoặc bỏ DATABASE_URL để đo trên cơ sở dữ liệu nhúng.',
  unreachable: (reason: string) => `Không kết nối được tới DATABASE_URL: ${reason}`,
  unknownCase: (name: string, known: readonly string[]) =>
    `Không có phép đo ${name}. Các phép đo: ${known.join(', ')}.`,
  unknownOption: (option: string) =>
    `Không hiểu tùy chọn ${option}. Có: --json <tệp>, --only <tên,tên>, --without <tên,tên>, --tiny.`,
};
