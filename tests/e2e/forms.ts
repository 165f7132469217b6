/**
 * Every form of the product into which something can be typed, by method, route and what it does: who meets it, where,
 * and what is wrong about what they type. The walk fails when it meets a form that stands neither here nor among those
 * that only ask (`isAsking`), every-form.e2e.ts when one of these does not answer as it should.
 */
import type { Who } from './browser.ts';
import type { Cast } from './cast.ts';
import { codes } from './cast.ts';
import { criteriaForms } from './criteria-forms.ts';
import { awardForms } from './award-forms.ts';
import { initiativeForms } from './initiative-forms.ts';
import { blockForms } from './block-forms.ts';
import { judgementForms } from './judgement-forms.ts';
import { inspectionForms } from './inspection-forms.ts';
import { consolidationForms } from './plant-consolidations.ts';
import { planForms } from './plan-forms.ts';
import { registerForms } from './register-forms.ts';
import { roundForms } from './round-forms.ts';
import type { Planted } from './planted.ts';

export type WrongForm = {
  readonly who: Who;
  readonly path: string;
  /** What is typed, by name of field. */
  readonly typed: Readonly<Record<string, string>>;
  /** The field that is named; undefined where the whole is wrong and nobody may know which part. */
  readonly at: string | undefined;
};

const nonsense = 'không phải số';
const long = 'Dài quá '.repeat(60).trim();

export function wrongForms(cast: Cast, planted: Planted): Readonly<Record<string, WrongForm>> {
  const binh = 'officerOfBinh';
  const admin = 'administrator';
  const person = `/quan-tri/nguoi-dung/${cast.people.officerOfBinh.personId}`;
  const unit = `/quan-tri/don-vi/${codes.village}`;
  const setting = (key: string, wrong: string) => ({
    [`POST /quan-tri/tham-so ${key}`]: { who: admin, path: '/quan-tri/tham-so', typed: { [key]: wrong }, at: key },
  });
  const sheet = (path: string, who: Who, at = 'tep') => ({ [`POST ${path}`]: { who, path, typed: {}, at } });
  const figure = { so: nonsense, nguon: 'Báo cáo mẫu' };
  const lending = { reason: 'Đi công tác', from: '2026-07-01' };
  return {
    'POST /dang-nhap': { who: 'stranger', path: '/dang-nhap', typed: { username: 'khong.ai' }, at: undefined },
    'POST /quen-mat-khau': { who: 'stranger', path: '/quen-mat-khau', typed: { email: 'không phải thư' }, at: 'email' },
    'POST /nhap-so-lieu': {
      who: binh,
      path: `/nhap-so-lieu?don-vi=${codes.communeBinh}&ky=2026`,
      typed: { 'so-KT-09': nonsense, nguon: 'Báo cáo mẫu' },
      at: 'so-KT-09',
    },
    'POST /nhap-so-lieu/:actualId change': {
      who: binh,
      path: `/nhap-so-lieu/${planted.draft}`,
      typed: figure,
      at: 'so',
    },
    'POST /nhap-so-lieu/:actualId attach': {
      who: binh,
      path: `/nhap-so-lieu/${planted.draft}`,
      typed: {},
      at: 'tep-moi',
    },
    'POST /nhap-so-lieu/:actualId correct': {
      who: binh,
      path: `/nhap-so-lieu/${planted.verified}`,
      typed: { ...figure, 'ly-do': 'Cộng sót' },
      at: 'so',
    },
    'POST /nhap-so-lieu/:actualId return': {
      who: 'appraiser',
      path: `/nhap-so-lieu/${planted.waiting}`,
      typed: { 'ly-do': '  ' },
      at: 'ly-do',
    },
    'POST /duyet-so-lieu/xac-nhan return': {
      who: 'appraiser',
      path: `/duyet-so-lieu/xac-nhan?viec=return&so=${planted.waiting}`,
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
    ...awardForms(cast, planted),
    ...criteriaForms(planted),
    ...judgementForms(planted),
    ...planForms(planted),
    ...consolidationForms(planted),
    ...initiativeForms(planted),
    ...registerForms(planted),
    ...blockForms(planted),
    ...inspectionForms(planted),
    'POST /giao-chi-tieu/moi': {
      who: 'appraiser',
      path: '/giao-chi-tieu/moi',
      typed: { 'chi-tieu': 'KT-06', 'don-vi': codes.communeBinh, value: nonsense, basis: 'Quyết định mẫu' },
      at: 'value',
    },
    'POST /so-lieu-chot/moi': {
      who: 'appraiser',
      path: '/so-lieu-chot/moi',
      typed: { 'tieu-de': 'Đánh giá mẫu', ngay: '2099-01-01' },
      at: 'ngay',
    },
    ...roundForms(cast, planted),
    'POST /don-doc/cong-van/:letterId change': {
      who: 'appraiser',
      path: `/don-doc/cong-van/${planted.letter}`,
      typed: { about: ' ', closing: 'Chữ đã gõ' },
      at: 'about',
    },
    'POST /don-doc/cong-van/:letterId issue': {
      who: 'appraiser',
      path: `/don-doc/cong-van/${planted.letter}`,
      typed: { number: '12', signedOn: '2099-01-01' },
      at: 'signedOn',
    },
    'POST /quan-tri/chi-tieu/:code': {
      who: 'appraiser',
      path: '/quan-tri/chi-tieu/KT-10',
      typed: { 'muc-goc': nonsense, 'nguon-goc': 'Báo cáo mẫu' },
      at: 'muc-goc',
    },
    'POST /quan-tri/de-an/:code': {
      who: 'appraiser',
      path: '/quan-tri/de-an/DA-07',
      typed: { gan: 'KT-10', 'can-cu-KT-06': 'Chữ gõ ở dòng khác' },
      at: 'can-cu-KT-10',
    },
    ...sheet('/giao-chi-tieu/excel', 'appraiser'),
    ...sheet('/sang-kien/excel', 'appraiser'),
    ...sheet('/dang-ky-chi-tieu/nap', binh),
    ...sheet('/nhap-so-lieu/excel', binh),
    ...sheet('/quan-tri/don-vi/nap', admin),
    ...sheet('/quan-tri/khoi-cum/nap', admin),
    ...sheet('/quan-tri/nguoi-dung/nap', admin, 'file'),
    'POST /quan-tri/don-vi/moi': {
      who: admin,
      path: '/quan-tri/don-vi/moi',
      typed: { name: 'Thôn Mẫu Mới', code: 'Mã sai' },
      at: 'code',
    },
    'POST /quan-tri/don-vi/:code/doi': { who: admin, path: `${unit}/doi`, typed: { name: long }, at: 'name' },
    'POST /quan-tri/don-vi/:code/dinh-chinh': {
      who: admin,
      path: `${unit}/dinh-chinh`,
      typed: { name: long },
      at: 'name',
    },
    'POST /quan-tri/don-vi/:code/cham-dut': {
      who: admin,
      path: `${unit}/cham-dut`,
      typed: { basis: long },
      at: 'basis',
    },
    'POST /quan-tri/khoi-cum/moi': {
      who: admin,
      path: '/quan-tri/khoi-cum/moi',
      typed: { name: 'Cụm Mẫu Hai', code: 'Mã sai' },
      at: 'code',
    },
    'POST /quan-tri/khoi-cum/:code rename': {
      who: admin,
      path: `/quan-tri/khoi-cum/${planted.block}`,
      typed: { name: ' ' },
      at: 'name',
    },
    'POST /quan-tri/nguoi-dung/moi': {
      who: admin,
      path: '/quan-tri/nguoi-dung/moi',
      typed: { fullName: 'Người Mẫu Mới', positionTitle: 'Chuyên viên', unitId: cast.units.wardChi, email: 'sai thư' },
      at: 'email',
    },
    'POST /quan-tri/nguoi-dung/:personId/sua': {
      who: admin,
      path: `${person}/sua`,
      typed: { phone: 'gọi sau' },
      at: 'phone',
    },
    'POST /quan-tri/nguoi-dung/:personId giao-vai-tro': {
      who: admin,
      path: person,
      typed: { role: 'officer', basis: 'Quyết định mẫu' },
      at: 'unitId',
    },
    'POST /quan-tri/nguoi-dung/:personId/uy-quyen': {
      who: admin,
      path: `${person}/uy-quyen`,
      typed: lending,
      at: 'holdingId',
    },
    'POST /cham-diem/nguong-xep-loai propose': {
      who: 'appraiser',
      path: '/cham-diem/nguong-xep-loai',
      typed: { fromYear: '99', source: 'Văn bản mẫu', excellent: '90', good: '70', completed: '50' },
      at: 'fromYear',
    },
    ...setting('at_risk_margin', nonsense),
    ...setting('idle_minutes', nonsense),
    ...setting('idle_minutes_administrator', '0'),
    ...setting('values_due_days', nonsense),
    ...setting('plan_due', '31/02'),
    ...setting('pledge_due', nonsense),
    ...setting('remind_before', nonsense),
    ...setting('remind_after', '1; hai'),
    ...setting('escalate_head_days', '0'),
    ...setting('escalate_appraiser_days', nonsense),
    ...setting('complaint_accept_days', nonsense),
    ...setting('complaint_answer_days', nonsense),
    ...setting('result_appeal_file_days', nonsense),
    ...setting('result_appeal_accept_days', nonsense),
    ...setting('result_appeal_conclude_days', nonsense),
    'POST /quan-tri/tham-so ngay-nghi': {
      who: admin,
      path: '/quan-tri/tham-so',
      typed: { day: '2027-09-02', name: ' ' },
      at: 'name',
    },
    'POST /tai-khoan/khoa-api': {
      who: binh,
      path: '/tai-khoan/khoa-api',
      typed: { name: 'Phần mềm mẫu' },
      at: 'scopes',
    },
    'POST /tai-khoan/khoa-truy-cap chuan-bi': {
      who: binh,
      path: '/tai-khoan/khoa-truy-cap',
      typed: { name: 'Máy mẫu', current: 'sai mật khẩu' },
      at: 'current',
    },
    'POST /tai-khoan/mat-khau': {
      who: binh,
      path: '/tai-khoan/mat-khau',
      typed: { current: 'sai mật khẩu', password: 'bốn từ chẳng liên quan', again: 'bốn từ chẳng liên quan' },
      at: 'current',
    },
    'POST /tai-khoan/uy-quyen': { who: binh, path: '/tai-khoan/uy-quyen', typed: lending, at: 'holdingId' },
    'POST /tai-khoan/xac-thuc-hai-lop bat': {
      who: binh,
      path: '/tai-khoan/xac-thuc-hai-lop',
      typed: { code: '12 34' },
      at: 'code',
    },
    'POST /tai-khoan/xac-thuc-hai-lop ma-moi': {
      who: admin,
      path: '/tai-khoan/xac-thuc-hai-lop',
      typed: { current: 'sai mật khẩu' },
      at: 'current',
    },
    'POST /tai-khoan/xac-thuc-hai-lop tat': {
      who: admin,
      path: '/tai-khoan/xac-thuc-hai-lop',
      typed: { current: 'sai mật khẩu' },
      at: 'current',
    },
  };
}

/** Only choices, or a word that needs no form of its own: nothing typed there can be wrong. */
export const neverWrong = [
  'POST /quan-tri/khoi-cum/:code members',
  'POST /khoi-cum/nam/:code/:year/luan-phien',
  'POST /cham-diem/:judgementId/phan-cong',
  'POST /quan-tri/nguoi-dung/:personId ngung',
  'POST /quan-tri/nguoi-dung/:personId xoa-hai-lop',
  'POST /quan-tri/tham-so mail_on_messages',
  'POST /quan-tri/tham-so digest_opt_out',
  'POST /don-doc/phan-cong phan-cong',
  'POST /don-doc/lich nhan-thu',
  'POST /don-doc/cong-van/moi',
  'POST /quan-tri/don-vi/:code/khoi-phuc',
] as const;

type Found = { readonly action: string | undefined; readonly deed: string };

/** Forms that change something and into which something can be typed. */
export function typedForms(html: string): readonly Found[] {
  return [...html.matchAll(/<form([^>]*method="post"[^>]*)>([\s\S]*?)<\/form>/gi)]
    .filter(([, , body = '']) => /<textarea|<select|<input(?![^>]*type="hidden")/.test(body))
    .map(([, head = '', body = '']) => ({ action: /action="([^"]*)"/.exec(head)?.[1], deed: deedOf(body) }));
}

function deedOf(body: string): string {
  return /<input[^>]*type="hidden"[^>]*name="(?:viec|do|key)"[^>]*value="([^"]*)"/.exec(body)?.[1] ?? '';
}
