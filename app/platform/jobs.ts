/** Every queue there is. A job carries ids only: what it works on is read when it runs. */
export const jobKinds = [
  'message.follow',
  'mail.send',
  'import.run',
  'dossiers.look',
  'certificate.make',
  'organisation.refresh',
  'movement.follow',
  'urging.digest',
  'results.hand_on',
  'sweep.results',
  'sweep.mail',
  'sweep.imports',
  'sweep.digest',
  'sweep.urns',
  'sweep.expired',
  'sweep.signing',
  'sweep.certificates',
  'appraisal.clock',
  'scoring.clock',
] as const;
export type JobKind = (typeof jobKinds)[number];

export type Job = { readonly kind: JobKind; readonly data: Readonly<Record<string, string>>; readonly key?: string };
