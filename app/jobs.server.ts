/** Who works on which queue, and when the sweeps go that find what was missed. */
import type { JobHandlers } from './platform/jobs.server.ts';
import type { JobKind } from './platform/jobs.ts';
import type { Services } from './platform/services.server.ts';

export function handlersOf(_services: Services): JobHandlers {
  const nothingYet = async () => undefined;
  return {
    'message.follow': nothingYet,
    'mail.send': nothingYet,
    'import.run': nothingYet,
    'organisation.refresh': nothingYet,
    'sweep.mail': nothingYet,
    'sweep.imports': nothingYet,
    'sweep.expired': nothingYet,
  };
}

export const schedules: Readonly<Partial<Record<JobKind, string>>> = {
  'organisation.refresh': '5 0 * * *',
  'sweep.mail': '*/10 * * * *',
  'sweep.imports': '*/5 * * * *',
  'sweep.expired': '20 3 * * *',
};
