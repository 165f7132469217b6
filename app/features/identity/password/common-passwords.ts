/** Words that lists of stolen passwords are full of, without the digits and signs people put around them. */
export const commonStems: ReadonlySet<string> = new Set(
  `password passwords passw passwd passwrd pass adminpass adminadmin admin administrator administrators root rootroot
  toor user users username login welcome letmein master changeme default guest secret access computer internet
  qwerty qwertyuiop qwertyu qwertyui asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc
  iloveyou iloveu loveyou lovelove sunshine princess football baseball basketball superman batman dragon monkey
  shadow michael jordan liverpool chelsea arsenal manchester barcelona realmadrid ronaldo messi pokemon naruto
  samsung google facebook microsoft windows apple iphone android
  matkhau matkhaumoi matkhaucu matma matkhaudangnhap dangnhap taikhoan nguoidung quantri quantrivien quantrihethong
  hethong thidua thiduakhenthuong khenthuong vietnam vietnamvodich hanoi hochiminh saigon danang haiphong
  anhyeuem emyeuanh yeuem yeuanh anhnhoem emnhoanh anhyeu emyeu tinhyeu conyeume mecon giadinh
  khongbiet khongco khongbietnua deptrai xinhgai hocsinh sinhvien giaovien
  nguyenvana nguyenvan tranvan levan phamvan nguyenthi ubnd ubndtinh ubndxa ubndhuyen sonoivu vanphong vanthu
  ngaymai homnay motnam haibon batdau xinchao camon chaoban chaomung hanhphuc maymanthanhcong thanhcong maymam
  abc abcd abcde abcdef abcdefg abcabc aabbcc test testtest testing tester demo demodemo example sample`
    .split(/\s+/)
    .filter((word) => word.length > 0),
);

export const keyboardRows: readonly string[] = [
  '01234567890',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]',
  'asdfghjkl;',
  'zxcvbnm,./',
  'qwertyuiopasdfghjklzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujm',
];
