/** A dossier of one commune about which a department and the people are asked; another, whose list was shown by mistake. */
import { appraiseNominee } from '../../app/features/appraisal/concluding.server.ts';
import { leaveAppraisal } from '../../app/features/appraisal/leaving.server.ts';
import { listOn } from '../../app/features/appraisal/list-case.server.ts';
import { withdrawList } from '../../app/features/appraisal/lists.server.ts';
import { sendOpinion } from '../../app/features/appraisal/public.server.ts';
import { requestsOn } from '../../app/features/appraisal/request-case.server.ts';
import { answerRequest, attachAnswer } from '../../app/features/appraisal/requests.server.ts';
import { stranger } from '../../app/kernel/actor.ts';
import { newId } from '../../app/platform/id.server.ts';
import { order } from '../appraisal.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { as, fileOf } from './plant.ts';
import { receivedFor } from './plant-dossiers.ts';

export type ShownList = { readonly shownList: string; readonly request: string };
export type PlantedAnswers = Readonly<Record<'withdrawnList' | 'answerFile' | 'answerEntry', string>>;

/** Everybody reads the list; that a department is asked is between it and whoever appraises. */
export async function plantShownList(app: App, cast: Cast): Promise<ShownList> {
  const { list, request } = await consult(app, cast, 'Việc mẫu công khai');
  return { shownList: list, request };
}

export async function plantAnswers(app: App, cast: Cast, { shownList, request }: ShownList): Promise<PlantedAnswers> {
  const { appraiser, officerOfDepartment } = cast.people;
  const opinion = { listId: shownList, id: newId(), typed: { 'y-kien': 'zqOpinion', 'ho-ten': 'zqOpinionSender' } };
  await as(app, stranger, (context) => sendOpinion(context, app.seal, opinion));
  const answer = { id: request, version: 1, move: 'answer', typed: { answer: 'disagree', words: 'zqAnswer' } } as const;
  await as(app, officerOfDepartment, (context) => answerRequest(context, answer));
  const answerFile = newId();
  const file = await fileOf(app, 'zqAnswerFile.txt');
  await as(app, officerOfDepartment, (context) =>
    attachAnswer(context, { id: request, attachmentId: answerFile, file }),
  );
  const { list } = await consult(app, cast, 'Việc mẫu đưa nhầm');
  const withdrawal = { id: list, version: 1, typed: { reason: 'zqWithdrawnList' } };
  await as(app, appraiser, (context) => withdrawList(context, withdrawal));
  const entry = app.db.selectFrom('record_entry').select('id').where('kind', '=', 'opinion.answered');
  return { withdrawnList: list, answerFile, answerEntry: String((await entry.executeTakeFirstOrThrow()).id) };
}

async function consult(app: App, cast: Cast, word: string) {
  const { appraiser } = cast.people;
  const { id: dossierId, nominee } = await receivedFor(app, cast, { word, awardCode: order });
  const concluded = { dossierId, nomineeId: nominee, version: 0, typed: { conclusion: 'qualified' } };
  await as(app, appraiser, (context) => appraiseNominee(context, concluded));
  const { version } = await app.db
    .selectFrom('dossier')
    .select('version')
    .where('id', '=', dossierId)
    .executeTakeFirstOrThrow();
  const typed = { 'don-vi-them-0': cast.units.department };
  await as(app, appraiser, (context) => leaveAppraisal(context, { dossierId, version, move: 'consult', typed }));
  const list = await listOn(app.appDb, appraiser, dossierId);
  const [request] = await requestsOn(app.appDb, appraiser, dossierId);
  return { list: list?.id ?? '', request: request?.id ?? '' };
}
