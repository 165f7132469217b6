/** Who looks after the running product. A role counts where it is held: at the province for what concerns all. */
import type { Rights } from '../../kernel/permit.ts';

export type Deed = 'record.read' | 'setting.change' | 'job.retry' | 'mail.resend';

export const rights: Rights<Deed> = {
  'record.read': { by: ['auditor', 'administrator'] },
  'setting.change': { by: ['administrator'] },
  'job.retry': { by: ['administrator'] },
  'mail.resend': { by: ['administrator'] },
};
