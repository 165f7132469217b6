/** The forms of a council and of the decisions and opinions beside it, filled in wrongly (forms.ts). */
import type { Who } from './browser.ts';
import type { Cast } from './cast.ts';
import type { WrongForm } from './forms.ts';
import type { Planted } from './planted.ts';

/** What is chosen in a decision's list is named before it is changed. */
export const judging = ({ draftDecision, decisionLine }: Planted) =>
  `/khen-thuong/quyet-dinh/${draftDecision}/danh-sach?dong=${decisionLine}&ket-qua=refuse`;

type Forms = Readonly<Record<string, WrongForm>>;

const nonsense = 'không phải số';
const at = (path: string) => `/khen-thuong${path}`;

export function councilForms(cast: Cast, planted: Planted): Forms {
  return {
    ...sessionForms(planted),
    ...ballotForms(planted),
    ...memberForms(planted),
    ...decisionForms(planted),
    ...markForms(cast),
    ...opinionForms(planted),
  };
}

function sessionForms(planted: Planted): Forms {
  const who = 'councilSecretary';
  const session = at(`/hoi-dong/phien/${planted.session}`);
  const plannedSession = at(`/hoi-dong/phien/${planted.plannedSession}`);
  const unnamed = { sessionTitle: ' ', place: 'Phòng họp mẫu' };
  return {
    'POST /khen-thuong/hoi-dong/phien/moi/:councilId': {
      who,
      path: at(`/hoi-dong/phien/moi/${planted.council}`),
      typed: unnamed,
      at: 'sessionTitle',
    },
    'POST /khen-thuong/hoi-dong/phien/:sessionId/sua': {
      who,
      path: `${plannedSession}/sua`,
      typed: unnamed,
      at: 'sessionTitle',
    },
    'POST /khen-thuong/hoi-dong/phien/:sessionId/chuong-trinh postpone': {
      who,
      path: `${session}/chuong-trinh`,
      typed: { reason: ' ' },
      at: 'reason',
    },
    'POST /khen-thuong/hoi-dong/phien/:sessionId cancel': {
      who,
      path: plannedSession,
      typed: { reason: ' ' },
      at: 'reason',
    },
    'POST /khen-thuong/hoi-dong/phien/:sessionId suspend': { who, path: session, typed: { reason: ' ' }, at: 'reason' },
    'POST /khen-thuong/hoi-dong/phien/:sessionId annul': {
      who,
      path: session,
      typed: { reason: 'Mất khóa hòm phiếu (mẫu)' },
      at: 'items',
    },
    'POST /khen-thuong/hoi-dong/phien/:sessionId poll': { who, path: session, typed: {}, at: 'items' },
    'POST /khen-thuong/hoi-dong/phien/:sessionId count': { who, path: session, typed: {}, at: 'items' },
    'POST /khen-thuong/hoi-dong/phien/:sessionId/diem-danh': {
      who,
      path: `${session}/diem-danh`,
      typed: { [`seat-${planted.seated}`]: 'left', reason: 'Dài quá '.repeat(70).trim() },
      at: 'reason',
    },
    'POST /khen-thuong/hoi-dong/phien/:sessionId/van-ban/:personId receive': {
      who,
      path: `${session}/van-ban/${planted.seated}`,
      typed: { polls: '' },
      at: 'polls',
    },
    'POST /khen-thuong/hoi-dong/phien/:sessionId/van-ban/:personId': {
      who,
      path: `${session}/van-ban/${planted.seated}`,
      typed: { paperNumber: ' ', paperDate: '2026-06-01', [`phieu-${planted.openPoll}`]: 'against' },
      at: 'paperNumber',
    },
    'POST /khen-thuong/ho-so/:dossierId/hoi-dong back': {
      who,
      path: at(`/ho-so/${planted.councilDossier}/hoi-dong`),
      typed: { reason: ' ' },
      at: 'reason',
    },
  };
}

function ballotForms(planted: Planted): Forms {
  const who = 'councilMember';
  const session = at(`/hoi-dong/phien/${planted.session}`);
  return {
    'POST /khen-thuong/hoi-dong/phien/:sessionId/bieu-quyet': {
      who,
      path: `${session}/bieu-quyet`,
      typed: {},
      at: `phieu-${planted.openPoll}`,
    },
    'POST /khen-thuong/hoi-dong/phien/:sessionId/khai-lien-quan': {
      who,
      path: `${session}/khai-lien-quan`,
      typed: { reason: 'Em ruột của người được đề nghị (mẫu)' },
      at: 'items',
    },
  };
}

function memberForms(planted: Planted): Forms {
  const who = 'councilSecretary';
  const council = at(`/hoi-dong/thanh-vien/${planted.council}`);
  return {
    'POST /khen-thuong/hoi-dong/thanh-vien/:councilId seat': {
      who,
      path: council,
      typed: { title: 'Ủy viên mẫu' },
      at: 'person',
    },
    'POST /khen-thuong/hoi-dong/thanh-vien/:councilId change': {
      who,
      path: council,
      typed: { quorumNum: nonsense },
      at: 'quorumNum',
    },
  };
}

function decisionForms(planted: Planted): Forms {
  const path = at(`/quyet-dinh/${planted.draftDecision}`);
  return {
    'POST /khen-thuong/quyet-dinh/:decisionId change': { who: 'appraiser', path, typed: { merit: ' ' }, at: 'merit' },
    'POST /khen-thuong/quyet-dinh/:decisionId withdraw': {
      who: 'appraiser',
      path,
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /khen-thuong/quyet-dinh/:decisionId/danh-sach judge': {
      who: 'appraiser',
      path: judging(planted),
      typed: { 'ly-do': ' ' },
      at: 'ly-do',
    },
    'POST /khen-thuong/quyet-dinh/:decisionId attach': {
      who: 'appraiser',
      path,
      typed: { 'ten-tep': 'Phụ lục mẫu' },
      at: 'tep',
    },
  };
}

/** Of whoever looks after the product, about the seal of the province. */
function markForms({ units }: Cast): Forms {
  const who = 'administrator';
  const path = at(`/quyet-dinh/chu-ky/co-quan/${units.province}`);
  return {
    'POST /khen-thuong/quyet-dinh/chu-ky/:kind/:ownerId picture': { who, path, typed: { rong: '36' }, at: 'tep' },
    'POST /khen-thuong/quyet-dinh/chu-ky/:kind/:ownerId key': {
      who,
      path,
      typed: { khoa: 'khoa-mau', 'tu-ngay': '2020-01-01' },
      at: 'tu-ngay',
    },
    'POST /khen-thuong/quyet-dinh/chu-ky/:kind/:ownerId remove': {
      who,
      path,
      typed: { 'tu-ngay': '2020-01-01' },
      at: 'tu-ngay',
    },
  };
}

function opinionForms(planted: Planted): Forms {
  const appraiser: Who = 'appraiser';
  const list = at(`/tham-dinh/cong-khai/${planted.shownList}`);
  const request = at(`/tham-dinh/y-kien/${planted.request}`);
  return {
    'POST /lay-y-kien/:listId': {
      who: 'stranger',
      path: `/lay-y-kien/${planted.shownList}`,
      typed: { 'y-kien': ' ', 'ho-ten': 'Người Mẫu Gửi' },
      at: 'y-kien',
    },
    'POST /khen-thuong/tham-dinh/cong-khai/:listId rut': {
      who: appraiser,
      path: list,
      typed: { reason: ' ' },
      at: 'reason',
    },
    'POST /khen-thuong/tham-dinh/cong-khai/:listId sua': {
      who: appraiser,
      path: list,
      typed: { reason: ' ' },
      at: 'reason',
    },
    'POST /khen-thuong/tham-dinh/cong-khai/:listId xu-ly': {
      who: appraiser,
      path: list,
      typed: { reason: 'Lý do mẫu' },
      at: 'outcome',
    },
    'POST /khen-thuong/tham-dinh/y-kien/:requestId answer': {
      who: 'officerOfDepartment',
      path: request,
      typed: { answer: 'disagree', words: ' ' },
      at: 'words',
    },
    'POST /khen-thuong/tham-dinh/y-kien/:requestId file': {
      who: 'officerOfDepartment',
      path: request,
      typed: {},
      at: 'tep',
    },
    'POST /khen-thuong/tham-dinh/y-kien/:requestId enter': {
      who: appraiser,
      path: request,
      typed: { answer: 'agree' },
      at: 'number',
    },
  };
}
