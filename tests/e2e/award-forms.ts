/** The forms of commendation, filled in wrongly (forms.ts): register, dossiers, appraisal, council, fund, complaints. */
import type { Who } from './browser.ts';
import type { Cast } from './cast.ts';
import { councilForms } from './council-forms.ts';
import { dossierForms } from './dossier-forms.ts';
import type { WrongForm } from './forms.ts';
import type { Planted } from './planted.ts';

type Forms = Readonly<Record<string, WrongForm>>;

const nonsense = 'không phải số';
const at = (path: string) => `/khen-thuong${path}`;

export function awardForms(cast: Cast, planted: Planted): Forms {
  return {
    ...registerForms(planted),
    ...dossierForms(planted),
    ...appraisalForms(planted),
    ...councilForms(cast, planted),
    ...moneyForms(planted),
  };
}

const sheet = (path: string, who: Who): Forms => ({ [`POST ${path}`]: { who, path, typed: {}, at: 'tep' } });

function registerForms(planted: Planted): Forms {
  const appraiser = 'appraiser';
  return {
    'POST /khen-thuong/so/trung/:oneId/:otherId': {
      who: appraiser,
      path: at(`/so/trung/${planted.holder}/${planted.namesake}`),
      typed: { 'ly-do': 'Lý do mẫu' },
      at: 'giu',
    },
    'POST /xac-minh': { who: 'stranger', path: '/xac-minh', typed: {}, at: 'tep' },
    'POST /lay-y-kien/tra-cuu': { who: 'stranger', path: '/lay-y-kien/tra-cuu', typed: { ma: 'mã sai' }, at: 'ma' },
    'POST /khen-thuong/bang/mau': {
      who: 'administrator',
      path: at('/bang/mau'),
      typed: { 'code.x': nonsense },
      at: 'code.x',
    },
    'POST /khen-thuong/thong-ke/danh-sach': {
      who: appraiser,
      path: at('/thong-ke/danh-sach'),
      typed: { 'linh-vuc-ghi': '' },
      at: 'linh-vuc-ghi',
    },
    'POST /khen-thuong/hoi-dong/lap': {
      who: 'administrator',
      path: at('/hoi-dong/lap'),
      typed: { name: 'Hội đồng mẫu', decisionNumber: '02/QĐ-MẪU', decidedOn: '2026-01-05', quorumNum: nonsense },
      at: 'quorumNum',
    },
  };
}

function appraisalForms(planted: Planted): Forms {
  const who = 'appraiser';
  const one = at(`/tham-dinh/${planted.receivedDossier}`);
  return {
    ...sheet(at('/tham-dinh/canh-bao/excel'), who),
    'POST /khen-thuong/tham-dinh/canh-bao/moi': {
      who,
      path: at('/tham-dinh/canh-bao/moi'),
      typed: { name: 'Người Mẫu', number: '12/CV-MAU', date: '2099-01-01', what: 'Việc mẫu' },
      at: 'date',
    },
    'POST /khen-thuong/tham-dinh/canh-bao/:flagId rut': {
      who,
      path: at(`/tham-dinh/canh-bao/${planted.flag}`),
      typed: { reason: ' ' },
      at: 'reason',
    },
    'POST /khen-thuong/tham-dinh/canh-bao/loai': {
      who,
      path: at('/tham-dinh/canh-bao/loai'),
      typed: { name: ' ', basis: 'Căn cứ mẫu' },
      at: 'name',
    },
    'POST /khen-thuong/tham-dinh/co-quan de-xuat': {
      who,
      path: at('/tham-dinh/co-quan'),
      typed: { body: ' ', basis: 'Căn cứ mẫu' },
      at: 'body',
    },
    'POST /khen-thuong/tham-dinh/co-quan het-hieu-luc': {
      who,
      path: at('/tham-dinh/co-quan'),
      typed: { reason: ' ' },
      at: 'reason',
    },
    'POST /khen-thuong/tham-dinh/:dossierId/lay-y-kien': {
      who,
      path: `${one}/lay-y-kien`,
      typed: { 'co-quan-0': 'Cơ quan mẫu', 'co-quan-1': 'cơ quan mẫu' },
      at: 'co-quan-0',
    },
  };
}

function moneyForms(planted: Planted): Forms {
  const fund = at(`/quy/${planted.fund}`);
  const revocation = at(`/huy-bo/${planted.revocation}`);
  const complaint = at(`/khieu-nai/${planted.complaint}`);
  return {
    'POST /khen-thuong/quy/mo-so': { who: 'headOfBinh', path: at('/quy/mo-so'), typed: { nam: nonsense }, at: 'nam' },
    'POST /khen-thuong/quy/:fundId': {
      who: 'officerOfBinh',
      path: fund,
      typed: { amount: nonsense, what: 'Khoản mẫu' },
      at: 'amount',
    },
    'POST /khen-thuong/quy/:fundId/dieu-chinh/:entryId': {
      who: 'officerOfBinh',
      path: `${fund}/dieu-chinh/${planted.fundEntry}`,
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /khen-thuong/huy-bo/:revocationId attach': {
      who: 'officerOfBinh',
      path: revocation,
      typed: {},
      at: 'tep-moi',
    },
    'POST /khen-thuong/huy-bo/:revocationId/sua': {
      who: 'officerOfBinh',
      path: `${revocation}/sua`,
      typed: { statement: 'Dài quá '.repeat(1300).trim() },
      at: 'statement',
    },
    'POST /khen-thuong/khieu-nai/moi': {
      who: 'appraiser',
      path: at('/khieu-nai/moi'),
      typed: { about: 'Việc mẫu', content: ' ', receivedOn: '2026-01-05' },
      at: 'content',
    },
    'POST /khen-thuong/khieu-nai/:complaintId decline': {
      who: 'appraiser',
      path: complaint,
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /khen-thuong/khieu-nai/:complaintId withdraw': {
      who: 'appraiser',
      path: complaint,
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
  };
}
