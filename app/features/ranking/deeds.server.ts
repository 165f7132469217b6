/** What the page of a block's table sends, as commands. */
import type { Result } from '../../kernel/result.ts';
import { versionIn } from '../../kernel/versions.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Fields } from '../../platform/http.server.ts';
import { askedId, mintedId } from '../../platform/id.server.ts';
import { settleWays } from './conditions.server.ts';
import type { PublishRefusal } from './publication/publishing.server.ts';
import { publishResult, unpublishResult } from './publication/publishing.server.ts';
import type { SettleRefusal } from './settling.server.ts';
import { moveResult } from './settling.server.ts';
import type { TieRefusal } from './ties.server.ts';
import { breakTie, withdrawTie } from './ties.server.ts';

export const rankingDeeds = [...settleWays, 'break_tie', 'withdraw_tie', 'publish', 'unpublish'] as const;
export type RankingDeed = (typeof rankingDeeds)[number];

export const rankingDeedIn = (fields: Fields): RankingDeed | undefined =>
  rankingDeeds.find((each) => each === fields['viec']);

type Done = Result<{ readonly id: string }, SettleRefusal | TieRefusal | PublishRefusal>;

export function doOnRanking(
  context: Context,
  { judgementId, deed, fields }: { judgementId: string; deed: RankingDeed; fields: Fields },
): Promise<Done> {
  const of = { version: versionIn(fields), reason: fields['ly-do'] ?? '' };
  switch (deed) {
    case 'break_tie':
      return breakTie(context, {
        ...of,
        judgementId,
        id: mintedId(fields['ma']),
        order: orderIn(fields),
        documentNumber: fields['so'] ?? '',
      });
    case 'withdraw_tie':
      return withdrawTie(context, { ...of, judgementId, id: askedId(fields['quyet-dinh']) });
    case 'publish':
      return publishResult(context, { judgementId, id: mintedId(fields['ma']) });
    case 'unpublish':
      return unpublishResult(context, { judgementId, reason: of.reason });
    case 'settle':
    case 'sign_off':
    case 'freeze': {
      const minutes = { number: fields['number'] ?? '', date: fields['date'] ?? '' };
      return moveResult(context, { id: judgementId, version: of.version, move: deed, minutes });
    }
  }
}

/** `hang-1`, `hang-2`, … hold units; a place left open is nobody's. */
function orderIn(fields: Fields): readonly string[] {
  const places = Object.keys(fields)
    .filter((name) => /^hang-\d{1,3}$/.test(name))
    .toSorted((a, b) => Number(a.slice(5)) - Number(b.slice(5)));
  return places.map((name) => fields[name] ?? '').filter((id) => id !== '');
}
