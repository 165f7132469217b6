/** What a card that is not handed in says, with its evidence, and an appeal against a frozen result that nobody has concluded. */
import { fileAppeal } from '../../app/features/ranking/appeals/handling.server.ts';
import { attachEvidence } from '../../app/features/scoring/evidence.server.ts';
import { giveScore } from '../../app/features/scoring/scores.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { frozenAt } from '../frozen.ts';
import type { App } from './app.ts';
import type { Cast } from './cast.ts';
import { as, fileOf } from './plant.ts';
import type { PlantedJudgements } from './plant-judgements.ts';

export type PlantedScores = Readonly<Record<'scoreFile' | 'appeal', string>>;

export async function plantScores(
  app: App,
  { people, units }: Cast,
  { card, frozenResult }: PlantedJudgements,
): Promise<PlantedScores> {
  const on = { cardId: card, code: 'I.1', step: 'self' } as const;
  const typed = { state: 'points', points: '38,5', reason: 'zqSelfScore' };
  await as(app, people.officerOfBinh, (context) => giveScore(context, { ...on, version: 0, typed }));
  const scoreFile = newId();
  const file = await fileOf(app, 'zqScoreFile.txt');
  await as(app, people.officerOfBinh, (context) => attachEvidence(context, { ...on, id: scoreFile, file }));
  const filed = { id: newId(), judgementId: frozenResult, unitId: units.communeBinh, text: 'zqAppeal' };
  await as(app, people.headOfBinh, (context) => fileAppeal(context, filed), frozenAt);
  return { scoreFile, appeal: filed.id };
}
