/** What the page of one dossier can be asked to do, one deed a form. */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { versionIn } from '../../kernel/versions.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Fields } from '../../platform/http.server.ts';
import { askedId, importedId, mintedId } from '../../platform/id.server.ts';
import type { Seal } from '../../platform/seal.server.ts';
import { moveDossier } from './moving.server.ts';
import { nominateNew } from './nominating.server.ts';
import { addNominee, changeNominee, removeNominee } from './nominees.server.ts';
import type { OwnMove } from './owners.ts';
import { ownMoves } from './owners.ts';

const others = ['add', 'create', 'change-nominee', 'remove'] as const;
export type DossierDeed = OwnMove | (typeof others)[number];

export function deedIn(fields: Fields): DossierDeed | undefined {
  return [...ownMoves, ...others].find((each) => each === fields['viec']);
}

export async function doOnDossier(
  context: Context,
  seal: Seal,
  { id, fields }: { readonly id: string; readonly fields: Fields },
): Promise<Result<{ id: string }>> {
  const deed = deedIn(fields);
  const version = versionIn(fields);
  const said = {
    awardCode: fields['danh-hieu'] ?? '',
    achievement: fields['thanh-tich'] ?? '',
    rank: fields['xep-thu'] ?? '',
  };
  switch (deed) {
    case undefined:
      return refuse({ kind: 'not_there' });
    case 'add': {
      const minted = mintedId(fields['ma']);
      const holderId = askedId(fields['doi-tuong']);
      return from(id, await addNominee(context, { id: minted, dossierId: id, holderId, ...said }));
    }
    case 'create': {
      const minted = mintedId(fields['ma']);
      const who = { holderId: importedId(minted, 'holder'), unitId: askedId(fields['unit']), typed: fields };
      return from(id, await nominateNew(context, seal, { id: minted, dossierId: id, ...who, ...said }));
    }
    case 'change-nominee':
      return from(id, await changeNominee(context, { id: askedId(fields['ma']), version, ...said }));
    case 'remove':
      return from(id, await removeNominee(context, { id: askedId(fields['ma']), version }));
    case 'submit':
    case 'withdraw':
    case 'recall':
    case 'confirm':
    case 'receive':
    case 'return': {
      const why = { reason: fields['ly-do'] ?? null, ground: fields['can-cu'] ?? null };
      return from(id, await moveDossier(context, { id, version, move: deed, ...why }));
    }
  }
}

function from(id: string, done: Result<unknown>): Result<{ id: string }> {
  return done.ok ? ok({ id }) : done;
}
