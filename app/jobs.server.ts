/** Who works on which queue, and when the sweeps go that find what was missed. */
import type { Result } from './kernel/result.ts';
import { expectOk, ok } from './kernel/result.ts';
import { runOpinionClock } from './features/appraisal/clock.server.ts';
import { prepareUrns, sweepUrns } from './features/council/sweep.server.ts';
import { handOn, handOnWhatWasMissed } from './features/leaders/handing.server.ts';
import { runLook } from './features/dossiers/looking-through.server.ts';
import { loadPerson } from './features/identity/session/load-actor.server.ts';
import { sweepExpired } from './features/identity/sweep.server.ts';
import { keepAwards } from './features/awards/list.server.ts';
import { importDesk } from './imports.server.ts';
import { makeCertificates, sweepCertificates } from './features/certificates/making.server.ts';
import { sweepSignings } from './features/decisions/run-signing.server.ts';
import { annexDesk } from './features/decisions/annex-desk.server.ts';
import { decisionDesk } from './features/decisions/signing-desk.server.ts';
import { revocationDesk } from './features/revocations/signing-desk.server.ts';
import { followEntries } from './features/messages/messages.server.ts';
import { runScoringClock } from './features/scoring/clock.server.ts';
import { followUnits } from './features/movements/following.server.ts';
import { refreshTree } from './features/organisation/unit-store.server.ts';
import { runDigest } from './features/urging/digest.server.ts';
import type { Context, Edge } from './platform/command.server.ts';
import { act } from './platform/command.server.ts';
import { sweepDeeds } from './platform/deed.server.ts';
import type { JobHandlers } from './platform/jobs.server.ts';
import type { JobKind } from './platform/jobs.ts';
import { runImport, sweepImports } from './platform/imports/run.server.ts';
import { createMailer, sendQueuedMail, sweepMail } from './platform/mail.server.ts';
import type { Services } from './platform/services.server.ts';

export function handlersOf(services: Services): JobHandlers {
  const edge: Edge = { services, actor: { kind: 'system', name: 'job' }, via: 'job', address: null };
  const mailer = createMailer(services.config);
  const inOne = async (body: (context: Context) => Promise<unknown>): Promise<void> => {
    await keepAwards(services.db, services.clock());
    await act(edge, async (context): Promise<Result<undefined>> => {
      await body(context);
      return ok();
    });
  };
  return {
    'message.follow': ({ entryIds = '' }) => inOne((context) => followEntries(context, services, entryIds.split(' '))),
    'mail.send': ({ mailId = '' }) => sendQueuedMail(services, mailer, mailId),
    'import.run': ({ importId = '' }) => runImport(importDesk(services), importId),
    'dossiers.look': ({ lookId = '' }) => runLook(services, loadPerson, lookId),
    'organisation.refresh': () => inOne(({ tx }) => refreshTree(tx)),
    'movement.follow': () => inOne(async (context) => void expectOk(await followUnits(context))),
    'urging.digest': async () => void (await runDigest(edge)),
    'sweep.digest': async () => void (await runDigest(edge)),
    'appraisal.clock': () => inOne(runOpinionClock),
    'scoring.clock': () => inOne(runScoringClock),
    'results.hand_on': ({ judgementId = '' }) => inOne((context) => handOn(context, judgementId)),
    'sweep.results': () => inOne(handOnWhatWasMissed),
    'sweep.mail': () => inOne(sweepMail),
    'certificate.make': ({ decisionId = '' }) => inOne((context) => makeCertificates(context, decisionId)),
    'sweep.certificates': () => inOne(sweepCertificates),
    'sweep.signing': async () => void (await sweepSignings(edge, [decisionDesk, annexDesk, revocationDesk])),
    'sweep.imports': async () => void (await sweepImports(services)),
    'sweep.urns': async () => {
      await sweepUrns(services.db, services.config, services.clock());
      await prepareUrns(services.db, services.config);
    },
    'sweep.expired': async () => {
      await sweepExpired(services.db, services.clock());
      await sweepDeeds(services.db, services.clock());
    },
  };
}

export const schedules: Readonly<Partial<Record<JobKind, string>>> = {
  'organisation.refresh': '5 0 * * *',
  'movement.follow': '15 0 * * *',
  'appraisal.clock': '30 6,12 * * *',
  'scoring.clock': '35 6,12 * * *',
  'urging.digest': '0 7 * * *',
  // Until evening: a digest that begins at night is no use to anybody.
  'sweep.digest': '20,50 7-17 * * *',
  'sweep.mail': '*/10 * * * *',
  'sweep.results': '*/10 * * * *',
  'sweep.imports': '*/5 * * * *',
  'sweep.urns': '*/15 * * * *',
  'sweep.expired': '20 3 * * *',
  'sweep.signing': '*/2 * * * *',
  'sweep.certificates': '*/10 * * * *',
};
