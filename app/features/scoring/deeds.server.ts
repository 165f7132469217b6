/** What the pages of scoring can be asked to do, one deed a form. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { refuse } from '../../kernel/result.ts';
import { versionIn } from '../../kernel/versions.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Fields } from '../../platform/http.server.ts';
import { askedId, mintedId } from '../../platform/id.server.ts';
import { followMembers } from './members.server.ts';
import { moveJudgement } from './judging.server.ts';
import { moveCard } from './moving.server.ts';
import { answerObjection, fileObjection, withdrawObjection } from './objections.server.ts';
import { adoptEdition } from './preparing.server.ts';
import { scoredCodesIn, typedAt } from './sheet.ts';

export const judgementDeeds = ['open', 'announce', 'reopen', 'cancel', 'adopt', 'follow'] as const;
export type JudgementDeed = (typeof judgementDeeds)[number];
const cardWays = ['submit', 'recall', 'pass', 'skip_cross', 'conclude', 'return', 'reopen'] as const;
export const cardDeeds = [...cardWays, 'object', 'withdraw', 'answer'] as const;
export type CardDeed = (typeof cardDeeds)[number];

export const judgementDeedIn = (fields: Fields) => judgementDeeds.find((each) => each === fields['viec']);
export const cardDeedIn = (fields: Fields) => cardDeeds.find((each) => each === fields['viec']);

export function doOnJudgement(
  context: Context,
  id: string,
  { deed, fields }: { readonly deed: JudgementDeed; readonly fields: Fields },
): Promise<Result<{ readonly id: string }, Refusal>> {
  const version = versionIn(fields);
  if (deed === 'follow') return followMembers(context, { id, version, reason: fields['reason'] ?? '' });
  if (deed === 'adopt') return adoptEdition(context, { id, version, setId: askedId(fields['ban']) });
  return moveJudgement(context, { id, version, move: deed, reason: fields['reason'] ?? null });
}

export function doOnCard(
  context: Context,
  id: string,
  { deed, fields }: { readonly deed: CardDeed; readonly fields: Fields },
): Promise<Result<{ readonly id: string }, Refusal>> {
  const version = versionIn(fields);
  const objectionId = askedId(fields['de_nghi']);
  switch (deed) {
    case 'object': {
      const code = fields['code'] || null;
      return fileObjection(context, { id: mintedId(fields['moi']), cardId: id, code, text: fields['text'] ?? '' });
    }
    case 'withdraw':
      return withdrawObjection(context, { id: objectionId, version });
    case 'answer': {
      const verdict = fields['verdict'] === 'upheld' ? 'upheld' : 'dismissed';
      const scores = scoredCodesIn(fields).map((code) => ({ code, typed: typedAt(fields, code) }));
      if (fields['verdict'] !== verdict)
        return Promise.resolve(refuse({ kind: 'objection_wrong', field: 'verdict', problem: 'missing' }));
      return answerObjection(context, { id: objectionId, version, verdict, answer: fields['answer'] ?? '', scores });
    }
    case 'submit':
    case 'recall':
    case 'pass':
    case 'skip_cross':
    case 'conclude':
    case 'return':
    case 'reopen':
      return moveCard(context, { id, version, move: deed, reason: fields['reason'] ?? null });
  }
}
