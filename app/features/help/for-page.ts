/**
 * Which section of the help a page leads to, by the beginning of its address; the longest that fits counts. A test holds that
 * every page of the product has one and that each section named here is there.
 */
export const helpOf: Readonly<Record<string, string>> = {
  '': 'viec-cua-toi',
  '.well-known': 'xac-minh-bang',
  api: 'tai-khoan',
  'bao-cao': 'viet-bao-cao',
  'bao-cao-tong-hop': 'bao-cao-tong-hop',
  'cham-diem': 'cham-diem',
  'cham-diem/tinh-lai': 'xep-hang-thi-dua',
  'cham-diem/dan-dau': 'dan-dau-cum-khoi',
  'cham-diem/kien-nghi': 'xep-hang-thi-dua',
  'cham-diem/nguong-xep-loai': 'xep-hang-thi-dua',
  'chi-thi': 'tu-ngu',
  'chi-tieu': 'vi-sao',
  'cho-gui': 'khong-co-mang',
  'dang-ky-chi-tieu': 'dang-ky',
  'dang-nhap': 'tai-khoan',
  'dang-xuat': 'tai-khoan',
  'de-an': 'tu-ngu',
  'do-phu': 'thuc-hien-cam-ket',
  'don-doc': 'don-doc',
  'don-vi': 'trang-thai',
  'duyet-so-lieu': 'duyet',
  'giao-chi-tieu': 'giao-chi-tieu',
  'ke-hoach': 'ke-hoach',
  'kiem-tra': 'kiem-tra',
  'ket-qua-thi-dua': 'xep-hang-thi-dua',
  'khen-thuong': 'ho-so-khen-thuong',
  'khen-thuong/bang': 'quyet-dinh-khen-thuong',
  'khen-thuong/danh-muc': 'tieu-chuan-khen-thuong',
  'khen-thuong/hoi-dong': 'hoi-dong-khen-thuong',
  'khen-thuong/huy-bo': 'huy-bo-khen-thuong',
  'khen-thuong/khieu-nai': 'huy-bo-khen-thuong',
  'khen-thuong/quy': 'quy-khen-thuong',
  'khen-thuong/quyet-dinh': 'quyet-dinh-khen-thuong',
  'khen-thuong/so': 'so-khen-thuong',
  'khen-thuong/tham-dinh': 'tham-dinh-khen-thuong',
  'khen-thuong/thong-ke': 'so-khen-thuong',
  'khen-thuong/trung-uong': 'huy-bo-khen-thuong',
  'khoi-cum': 'khoi-cum',
  'ky-bao-cao': 'viet-bao-cao',
  'lay-y-kien': 'lay-y-kien-nhan-dan',
  lich: 'don-doc',
  'loi-moi': 'tai-khoan',
  'mau-bao-cao': 'mo-ky-bao-cao',
  'nam-phong-trao': 'thuc-hien-cam-ket',
  'nap-tep': 'nap-excel',
  'nhap-so-lieu': 'nhap-so-lieu',
  'nhap-so-lieu/excel': 'nap-excel',
  'noi-dung-dang-do': 'het-phien',
  'phieu-kin': 'hoi-dong-khen-thuong',
  'phong-trao': 'phong-trao',
  'quan-tri': 'quan-tri',
  'quen-mat-khau': 'tai-khoan',
  'sang-kien': 'sang-kien',
  'sang-kien/tieu-chi': 'cham-sang-kien',
  'so-lieu-chot': 'so-lieu-chot',
  'tai-khoan': 'tai-khoan',
  tep: 'nhap-so-lieu',
  'thu-vien': 'thu-vien',
  'tieu-chi': 'bo-tieu-chi',
  'tim-kiem': 'tim-kiem',
  'tin-nhan': 'viec-cua-toi',
  'tong-quan': 'trang-thai',
  'tro-giup': 'viec-cua-toi',
  'van-ban-mat': 'bi-mat',
  'viec-cua-toi': 'viec-cua-toi',
  'xep-loai': 'xep-loai-ca-nhan',
  'xac-minh': 'xac-minh-bang',
};

/** Of an address or a route's pattern; undefined where nothing fits. */
export function helpFor(path: string): string | undefined {
  const parts = path.split('/').filter(Boolean);
  for (let many = parts.length; many > 0; many -= 1) {
    const found = helpOf[parts.slice(0, many).join('/')];
    if (found !== undefined) return found;
  }
  return parts.length === 0 ? helpOf[''] : undefined;
}
