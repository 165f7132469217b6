/** The forms of a dossier and of what is found about it, filled in wrongly (forms.ts). */
import type { WrongForm } from './forms.ts';
import type { Planted } from './planted.ts';

type Forms = Readonly<Record<string, WrongForm>>;

const nonsense = 'không phải số';
const at = (path: string) => `/khen-thuong${path}`;

export function dossierForms(planted: Planted): Forms {
  return { ...writingForms(planted), ...nomineeForms(planted), ...receivedForms(planted) };
}

function writingForms(planted: Planted): Forms {
  const who = 'officerOfBinh';
  const draft = at(`/ho-so/${planted.dossier}`);
  return {
    'POST /khen-thuong/ho-so/moi': {
      who,
      path: at('/ho-so/moi'),
      typed: { title: 'Đề nghị mẫu', year: nonsense },
      at: 'year',
    },
    'POST /khen-thuong/ho-so/dot-xuat': {
      who,
      path: at('/ho-so/dot-xuat'),
      typed: { name: ' ', 'thanh-tich': 'Cứu người mẫu' },
      at: 'name',
    },
    'POST /khen-thuong/ho-so/:dossierId/sua': {
      who,
      path: `${draft}/sua`,
      typed: { title: 'Đề nghị mẫu hai', year: nonsense },
      at: 'year',
    },
    'POST /khen-thuong/ho-so/:dossierId submit': {
      who: 'headOfBinh',
      path: draft,
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /khen-thuong/ho-so/:dossierId/giay-to attach': { who, path: `${draft}/giay-to`, typed: {}, at: 'tep' },
  };
}

function nomineeForms(planted: Planted): Forms {
  const who = 'officerOfBinh';
  const draft = at(`/ho-so/${planted.dossier}`);
  return {
    'POST /khen-thuong/ho-so/:dossierId create': {
      who,
      path: draft,
      typed: { name: ' ', 'thanh-tich': 'Việc mẫu' },
      at: 'name',
    },
    'POST /khen-thuong/ho-so/:dossierId change-nominee': {
      who,
      path: draft,
      typed: { 'thanh-tich': 'Dài quá '.repeat(300).trim() },
      at: 'thanh-tich',
    },
    'POST /khen-thuong/ho-so/:dossierId/danh-sach look': {
      who,
      path: `${draft}/danh-sach`,
      typed: { 'danh-sach': ' ' },
      at: 'danh-sach',
    },
    'POST /khen-thuong/ho-so/:dossierId/excel': { who, path: `${draft}/excel`, typed: {}, at: 'tep' },
    'POST /khen-thuong/ho-so/:dossierId/doi-tuong/:nomineeId': {
      who,
      path: `${draft}/doi-tuong/${planted.dossierNominee}`,
      typed: { until: '2099-01-01' },
      at: 'until',
    },
  };
}

function receivedForms(planted: Planted): Forms {
  const who = 'appraiser';
  const received = at(`/ho-so/${planted.receivedDossier}/doi-tuong/${planted.receivedNominee}`);
  const appraised = at(`/tham-dinh/${planted.receivedDossier}`);
  return {
    'POST /khen-thuong/ho-so/:dossierId return': {
      who,
      path: at(`/ho-so/${planted.sentDossier}`),
      typed: { 'ly-do': 'Thiếu biên bản mẫu' },
      at: 'can-cu',
    },
    'POST /khen-thuong/ho-so/:dossierId/doi-tuong/:nomineeId/so-sanh/:otherId': {
      who,
      path: `${received}/so-sanh/${planted.sentNominee}`,
      typed: { 'ly-do': 'Lý do mẫu' },
      at: 'ket-luan',
    },
    'POST /khen-thuong/tham-dinh/:dossierId nhan-xet': { who, path: appraised, typed: { summary: ' ' }, at: 'summary' },
    'POST /khen-thuong/tham-dinh/:dossierId/:nomineeId ket-luan': {
      who,
      path: `${appraised}/${planted.receivedNominee}`,
      typed: { conclusion: 'lacking', reason: ' ' },
      at: 'reason',
    },
    'POST /khen-thuong/tham-dinh/canh-bao/:flagId khop': {
      who,
      path: at(`/tham-dinh/canh-bao/${planted.flag}?tim=zqHolder`),
      typed: {},
      at: 'holder',
    },
  };
}
