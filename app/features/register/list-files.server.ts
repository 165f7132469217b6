/** Lists of the register taken away as they are seen. */
import { awardNameOn } from '../awards/text.ts';
import type { Ending } from '../../platform/spreadsheet/list-file.server.ts';
import { listFile } from '../../platform/spreadsheet/list-file.server.ts';
import type { ListedHonour } from './honours-list.server.ts';
import type { ListedHolder } from './list.server.ts';
import { correctionText } from './correction.text.ts';
import {
  awardKindText,
  genderText,
  groupName,
  holderFieldText,
  holderKindText,
  honourFieldText,
  honoursText,
  knownText,
  registerText as said,
} from './text.ts';

/** So many rows a file takes at most; what is more is narrowed first. */
export const mostRows = 20_000;

export function holdersFile(ending: Ending, rows: readonly ListedHolder[]): Promise<Response> {
  return listFile(ending, {
    name: honoursText.holdersFile,
    title: said.title,
    sheet: said.holders,
    preface: [said.caption],
    kind: 'plain',
    columns: [
      { heading: said.name, width: 32, of: (row) => row.name },
      { heading: said.kind, width: 14, of: (row) => holderKindText[row.kind] },
      { heading: said.unit, width: 32, of: (row) => row.unitName },
      { heading: holderFieldText.group, width: 24, of: (row) => (row.groupCode ? groupName(row.groupCode) : '') },
      { heading: holderFieldText.gender, width: 10, of: (row) => (row.gender ? genderText[row.gender] : '') },
      { heading: holderFieldText.birthYear, width: 10, of: (row) => row.birthYear ?? '' },
      { heading: holderFieldText.position, width: 32, of: (row) => row.positionTitle ?? '' },
      {
        heading: holderFieldText.leader,
        width: 14,
        of: (row) => (row.kind === 'person' ? knownText(row.isLeader) : ''),
      },
      {
        heading: holderFieldText.direct,
        width: 14,
        of: (row) => (row.kind === 'person' ? knownText(row.worksDirectly) : ''),
      },
      { heading: said.honours, width: 12, of: (row) => row.honours },
      { heading: said.latest, width: 12, of: (row) => row.latest ?? '' },
    ],
    rows,
  });
}

export function honoursFile(ending: Ending, rows: readonly ListedHonour[]): Promise<Response> {
  return listFile(ending, {
    name: honoursText.fileName,
    title: honoursText.title,
    sheet: honoursText.title,
    preface: [honoursText.caption],
    kind: 'plain',
    columns: [
      { heading: honoursText.holder, width: 32, of: (row) => row.holderName },
      { heading: said.kind, width: 14, of: (row) => holderKindText[row.holderKind] },
      { heading: said.unit, width: 32, of: (row) => row.unitName },
      { heading: honourFieldText.award, width: 36, of: (row) => awardNameOn(row.awardCode, row.decidedOn) },
      { heading: honourFieldText.year, width: 8, of: (row) => row.year },
      { heading: honourFieldText.kind, width: 20, of: (row) => (row.kind ? awardKindText[row.kind] : '') },
      { heading: honourFieldText.number, width: 18, of: (row) => row.decisionNumber },
      { heading: honourFieldText.date, width: 14, of: (row) => row.decidedOn },
      { heading: honourFieldText.decidedBy, width: 32, of: (row) => row.decidedBy },
      { heading: honourFieldText.goldenBook, width: 14, of: (row) => row.goldenBookNumber ?? '' },
      {
        heading: said.revokedHead,
        width: 24,
        of: (row) => (row.revokedOn === null ? '' : honoursText.revokedAs(row.revokedOn, row.revokedBy ?? '')),
      },
      { heading: honourFieldText.source, width: 32, of: (row) => row.source ?? '' },
      { heading: correctionText.struck, width: 24, of: (row) => row.struckReason ?? '' },
    ],
    rows,
  });
}
