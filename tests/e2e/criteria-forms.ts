/** The forms of criteria sets, filled in wrongly (forms.ts). */
import type { WrongForm } from './forms.ts';
import type { Planted } from './planted.ts';

const nonsense = 'không phải số';

export function criteriaForms(planted: Planted): Readonly<Record<string, WrongForm>> {
  const who = 'appraiser';
  const draft = `/tieu-chi/${planted.draftCriteriaSet}`;
  return {
    'POST /tieu-chi/moi': {
      who,
      path: '/tieu-chi/moi',
      typed: { title: 'Bộ tiêu chí thử', year: nonsense },
      at: 'year',
    },
    'POST /tieu-chi/:setId/muc': {
      who,
      path: `${draft}/muc?ma=I.1`,
      typed: { title: 'Tiêu chí thử', max: nonsense },
      at: 'max',
    },
    'POST /tieu-chi/:setId/thong-tin': {
      who,
      path: `${draft}/thong-tin`,
      typed: { title: 'Bộ tiêu chí thử', bonusCap: nonsense },
      at: 'bonusCap',
    },
    'POST /tieu-chi/:setId/ban-hanh': {
      who,
      path: `${draft}/ban-hanh`,
      typed: { number: '12/HD', date: '2099-01-01' },
      at: 'date',
    },
    'POST /tieu-chi/:setId/excel': { who, path: `${draft}/excel`, typed: {}, at: 'tep' },
    'POST /tieu-chi/:setId/bo': { who, path: `${draft}/bo`, typed: { reason: ' ' }, at: 'reason' },
    'POST /tieu-chi/:setId/thay-the': {
      who,
      path: `/tieu-chi/${planted.criteriaSet}/thay-the`,
      typed: { reason: ' ' },
      at: 'reason',
    },
  };
}
