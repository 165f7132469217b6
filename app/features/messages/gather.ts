/** What one deed did to many cases, gathered for each person it concerns: nobody is told a hundred times of one press. */
import type { CaseFacts, ManyFacts, Told } from './message.ts';

/** One case, and whom it concerns. */
export type Piece = {
  readonly entryId: string;
  readonly facts: CaseFacts;
  readonly link: string;
  readonly people: readonly string[];
};

/** One message per person, kind of case and stage; a single case is told as itself. */
export function gather(pieces: readonly Piece[]): readonly Told[] {
  const heard = pieces.flatMap((piece) => [...new Set(piece.people)].map((personId) => ({ personId, piece })));
  const groups = Map.groupBy(
    heard,
    ({ personId, piece }) => `${personId} ${piece.facts.about} ${stageOf(piece.facts)}`,
  );
  return [...groups.values()].flatMap(([first, ...more]) => (first ? [toldTo(first.personId, first.piece, more)] : []));
}

function toldTo(personId: string, first: Piece, more: readonly { readonly piece: Piece }[]): Told {
  if (more.length === 0) return { ...first, people: [personId] };
  const all = [first, ...more.map(({ piece }) => piece)];
  const { facts, entryId } = first;
  const units = new Set(all.map((piece) => piece.facts.unit));
  const many: ManyFacts = {
    about: 'many',
    of: facts.about,
    stage: stageOf(facts),
    count: all.length,
    units: units.size,
    unit: units.size === 1 ? facts.unit : null,
    reason: 'reason' in facts ? facts.reason : null,
    fileName: null,
  };
  return { entryId, facts: many, link: linkOf(many), people: [personId] };
}

function stageOf(facts: CaseFacts): string {
  return 'stage' in facts ? facts.stage : 'assigned';
}

/** The list on which the cases stand together. */
export function linkOf({ of, stage }: Pick<ManyFacts, 'of' | 'stage'>): string {
  switch (of) {
    case 'value':
      return stage === 'submitted' ? '/duyet-so-lieu' : `/duyet-so-lieu?xem=${stage}`;
    case 'pledge':
      return `/dang-ky-chi-tieu?buoc=${stage}`;
    case 'target':
      return '/giao-chi-tieu';
  }
}
