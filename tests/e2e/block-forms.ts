/** The forms of a block's year, filled in wrongly (forms.ts). */
import type { WrongForm } from './forms.ts';
import type { Planted } from './planted.ts';

export function blockForms(planted: Planted): Readonly<Record<string, WrongForm>> {
  const year = `/khoi-cum/nam/${planted.block}/${new Date().getFullYear()}`;
  const who = 'headOfBinh';
  const pact = `/khoi-cum/giao-uoc/${planted.pact}`;
  const signedPact = `/khoi-cum/giao-uoc/${planted.signedPact}`;
  const closedMeeting = `/khoi-cum/hop/${planted.closedMeeting}`;
  const plannedMeeting = `/khoi-cum/hop/${planted.plannedMeeting}`;
  const meeting = `/khoi-cum/hop/${planted.meeting}`;
  return {
    'POST /khoi-cum/nam/:code/:year/quyet-dinh': {
      who: 'appraiser',
      path: `${year}/quyet-dinh`,
      typed: { number: '12/QĐ-MAU', decidedOn: '2099-01-01' },
      at: 'decidedOn',
    },
    'POST /khoi-cum/nam/:code/:year/giao-uoc': {
      who,
      path: `${year}/giao-uoc`,
      // One is being drafted already, which is no field's fault.
      typed: { title: 'Giao ước mẫu', content: 'Nội dung mẫu' },
      at: undefined,
    },
    'POST /khoi-cum/nam/:code/:year/hop': {
      who,
      path: `${year}/hop`,
      typed: { title: ' ', place: 'Hội trường mẫu' },
      at: 'title',
    },
    'POST /khoi-cum/giao-uoc/:pactId change': { who, path: pact, typed: { title: ' ' }, at: 'title' },
    'POST /khoi-cum/giao-uoc/:pactId withdraw': { who, path: pact, typed: { reason: ' ' }, at: 'reason' },
    'POST /khoi-cum/giao-uoc/:pactId sign': { who: 'headOfAn', path: signedPact, typed: { post: ' ' }, at: 'post' },
    'POST /khoi-cum/giao-uoc/:pactId decline': {
      who: 'headOfAn',
      path: signedPact,
      typed: { reason: ' ' },
      at: 'reason',
    },
    'POST /khoi-cum/giao-uoc/:pactId renew': {
      who: 'headOfAn',
      path: signedPact,
      typed: { reason: ' ' },
      at: 'reason',
    },
    'POST /khoi-cum/giao-uoc/:pactId close': {
      who: 'headOfAn',
      path: signedPact,
      typed: { unsignedReason: ' ' },
      at: 'unsignedReason',
    },
    'POST /khoi-cum/giao-uoc/:pactId take_back': { who, path: signedPact, typed: { reason: ' ' }, at: 'reason' },
    'POST /khoi-cum/hop/:meetingId report': { who, path: closedMeeting, typed: { note: ' ' }, at: 'note' },
    'POST /khoi-cum/hop/:meetingId/sua': { who, path: `${plannedMeeting}/sua`, typed: { title: ' ' }, at: 'title' },
    'POST /khoi-cum/hop/:meetingId cancel': { who, path: plannedMeeting, typed: { reason: ' ' }, at: 'reason' },
    'POST /khoi-cum/hop/:meetingId attach': { who, path: meeting, typed: {}, at: 'tep-moi' },
    'POST /khoi-cum/hop/:meetingId/bien-ban write': {
      who,
      path: `${meeting}/bien-ban`,
      typed: { chair: 'Dài quá '.repeat(60).trim(), course: 'Diễn biến đã gõ' },
      at: 'chair',
    },
    'POST /khoi-cum/hop/:meetingId/bien-ban agree': {
      who,
      path: `${meeting}/bien-ban`,
      typed: { what: ' ' },
      at: 'what',
    },
  };
}
