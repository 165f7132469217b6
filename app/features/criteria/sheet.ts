/** A set as lines of a sheet, out and in: one line a criterion, in the words of its form; a file is the whole of a set. */
import { fold } from '../../kernel/fold.ts';
import type { SheetPlan } from '../../kernel/sheet-plan.ts';
import { planSheet } from '../../kernel/sheet-plan.ts';
import { fieldsOf } from './criterion-fields.ts';
import type { Choices, CriterionField, CriterionWrong, TypedCriterion, TypedStep } from './criterion-form.ts';
import { criterionFields, readCriterion } from './criterion-form.ts';
import type { Criterion } from './criterion.ts';
import { inTreeOrder } from './criterion.ts';

export const sheetColumns = criterionFields;
/** Typed as numbers or as people write them. */
export const sheetNumbers: ReadonlySet<CriterionField> = new Set(['max', 'from', 'full', 'each']);
const ofLists = ['kind', 'way', 'measure', 'rule', 'indicator', 'expert', 'evidence'] as const;
type ListField = (typeof ofLists)[number];

/** Of each list: what stands in a cell, by what is kept. */
export type SheetWords = Readonly<Record<ListField, ReadonlyMap<string, string>>>;

/** "50: 5; 80: 10" */
export function stepsText(steps: readonly TypedStep[]): string {
  return steps.map(({ atLeast, points }) => `${atLeast}: ${points}`).join('; ');
}

function stepsIn(text: string): readonly TypedStep[] {
  return text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const [atLeast = '', ...points] = one.split(':');
      return { atLeast: atLeast.trim(), points: points.join(':').trim() };
    });
}

export function sheetRow(one: Criterion, words: SheetWords): readonly string[] {
  const fields = fieldsOf(one);
  const steps = one.rule?.name === 'steps' ? stepsText(typedSteps(one)) : '';
  return sheetColumns.map((column) => {
    if (column === 'steps') return steps;
    const value = fields[column] ?? '';
    return isListed(column) && value !== '' ? (words[column].get(value) ?? value) : value;
  });
}

/** All of them: a form has room for few, a cell for any number. */
function typedSteps(one: Criterion): readonly TypedStep[] {
  const { rule } = one;
  if (rule?.name !== 'steps') return [];
  return rule.steps.map((step) => {
    const single = fieldsOf({ ...one, rule: { ...rule, steps: [step] } });
    return { atLeast: single['step-1'] ?? '', points: single['step-points-1'] ?? '' };
  });
}

const isListed = (column: CriterionField): column is ListField => ofLists.some((one) => one === column);

export type SheetLine = { readonly number: number; readonly text: (column: CriterionField) => string };
export type LineFault = {
  readonly row: number;
  readonly column: CriterionField;
  readonly problem:
    | CriterionWrong['problem']
    | { readonly kind: 'twice'; readonly row: number }
    | { readonly kind: 'word_unknown'; readonly text: string };
};
export type SheetWorld = Pick<Choices, 'indicators' | 'bodies'> & { readonly words: SheetWords };

/** Criteria in the order in which a paper prints them; `changes` are all of them. */
export function planCriteria(lines: readonly SheetLine[], world: SheetWorld): SheetPlan<Criterion, LineFault> {
  const lists = wordsIn(world.words);
  const kinds = new Map(lines.map((line) => [line.text('code'), keptOf(lists.kind, line.text('kind'))]));
  const groups = new Set([...kinds].filter(([, kind]) => kind === 'group').map(([code]) => code));
  const plan = planSheet<SheetLine, Criterion, Criterion, LineFault>(lines, {
    read: (line) => {
      const code = line.text('code').trim();
      const unknown = ofLists.flatMap((column): readonly LineFault[] => {
        const text = line.text(column);
        const isKnown = text === '' || keptOf(lists[column], text) !== undefined;
        return isKnown ? [] : [{ row: line.number, column, problem: { kind: 'word_unknown', text } }];
      });
      const choices = {
        ...world,
        taken: new Set<string>(),
        groups: new Set([...groups].filter((one) => one !== code)),
      };
      const read = readCriterion(typedLine(line, lists), choices);
      if (read.ok && unknown.length === 0) return read.value;
      const said = new Set(unknown.map(({ column }) => column));
      const wrong = read.ok ? [] : read.refusal.wrong.filter(({ field }) => !said.has(field as ListField));
      return {
        faults: [...unknown, ...wrong.map(({ field, problem }) => ({ row: line.number, column: field, problem }))],
      };
    },
    keyOf: ({ code }) => code,
    twice: (line, above) => ({ row: line.number, column: 'code', problem: { kind: 'twice', row: above } }),
    decide: (_line, one) => one,
  });
  return { ...plan, changes: inTreeOrder(plan.changes) };
}

type Lists = Readonly<Record<ListField, ReadonlyMap<string, string>>>;

/** What is kept, by what a person may have written: the word of the list, or the value itself. */
function wordsIn(words: SheetWords): Lists {
  const turned = (list: ReadonlyMap<string, string>) =>
    new Map(
      [...list].flatMap(([kept, word]) => [[fold(word).trim(), kept] as const, [fold(kept).trim(), kept] as const]),
    );
  return {
    kind: turned(words.kind),
    way: turned(words.way),
    measure: turned(words.measure),
    rule: turned(words.rule),
    indicator: turned(words.indicator),
    expert: turned(words.expert),
    evidence: turned(words.evidence),
  };
}

const keptOf = (list: ReadonlyMap<string, string>, text: string) => list.get(fold(text).trim());

function typedLine(line: SheetLine, lists: Lists): TypedCriterion {
  return {
    steps: stepsIn(line.text('steps')),
    text: (field) => {
      const text = line.text(field).trim();
      if (!isListed(field)) return text;
      const kept = keptOf(lists[field], text) ?? '';
      return field === 'evidence' && kept === 'off' ? '' : kept;
    },
  };
}
