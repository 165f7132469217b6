/** What may be done about duties outside a procedure: reminding, naming who answers. */
import type { Rights } from '../../kernel/permit.ts';

export const rights = {
  'reminder.send': { by: ['appraiser', 'head'], scope: 'duties:write' },
  'duty.name': { by: ['head'] },
} as const satisfies Rights<string>;
