/** What is sent by the page of a list: levels of the people shown, or a move. */
import type { Result } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { askedId } from '../../platform/id.server.ts';
import { levels } from '../awards/standards/case.ts';
import type { LevelsRefusal } from './entering.server.ts';
import { saveLevels } from './entering.server.ts';
import type { LineChange } from './level-list.ts';
import { listMoves } from './level-list.ts';
import type { ListMoveRefusal, ListWay } from './moving.server.ts';
import { moveList } from './moving.server.ts';

type Typed = Readonly<Record<string, string>>;

export function doOnList(
  context: Context,
  id: string,
  fields: Typed,
): Promise<Result<{ readonly version: number }, LevelsRefusal | ListMoveRefusal>> {
  const version = Number(fields['version']);
  const move = listMoves.find((one): one is ListWay => one === fields['viec'] && one !== 'change');
  if (move !== undefined) return moveList(context, { id, version, move, reason: fields['ly-do'] });
  return saveLevels(context, { id, version, lines: linesIn(fields), paper: fields['van-ban'] });
}

/** `muc-<id>`: a level, or '' for none. */
function linesIn(fields: Typed): readonly LineChange[] {
  return Object.entries(fields).flatMap(([name, value]): readonly LineChange[] =>
    name.startsWith('muc-')
      ? [{ holderId: askedId(name.slice('muc-'.length)), level: levels.find((level) => level === value) ?? null }]
      : [],
  );
}
