/** What the province settles before anybody reports: owners, paces, baselines, trajectories, links, blocks. All sample. */
import type { PlainDate } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { formatVietnamese } from '../kernel/decimal.ts';
import { decideIndicator } from '../features/indicators/deciding/decide.server.ts';
import type { Typed } from '../features/indicators/deciding/decision.ts';
import { basisField, valueField } from '../features/indicators/deciding/decision.ts';
import { findLinks, linkScheme } from '../features/indicators/deciding/link.server.ts';
import type { Definition } from '../features/indicators/definition.ts';
import { listDefinitions } from '../features/indicators/definitions.server.ts';
import { confirmRotation } from '../features/blocks/rotation.server.ts';
import { createBlock, setMembers } from '../features/organisation/blocks.server.ts';
import type { BlockKind, BlockPart } from '../features/organisation/block.ts';
import type { Aim } from './figures.ts';
import { typed } from './figures.ts';
import type { Story, Thread } from './story.ts';
import { demoText } from './text.ts';
import type { Place, Stage } from './stage.server.ts';
import { instantOf, personOf, play } from './stage.server.ts';

export async function settleIndicators(stage: Stage, from: PlainDate, aims: ReadonlyMap<string, Aim>): Promise<void> {
  const { story, province } = stage;
  const by = personOf(stage, 'appraiser', province.code);
  await play(stage, { at: instantOf(from, 9), by }, async (context) => {
    for (const before of await listDefinitions(context.tx)) {
      const thread = story.indicators[before.code];
      const aim = aims.get(before.code);
      if (!thread || !aim) continue;
      const typed = decisionTyped(before, thread, aim, story);
      expectOk(await decideIndicator(context, { code: before.code, version: before.version, typed }));
    }
    for (const [schemeCode, codes] of Object.entries(story.schemeLinks)) {
      const scheme = await findLinks(context.tx, schemeCode);
      const links = codes.map((indicatorCode) => ({ indicatorCode, basis: story.basis }));
      if (scheme) expectOk(await linkScheme(context, { schemeCode, version: scheme.version, links }));
    }
  });
}

/** As the form sends it. */
function decisionTyped(before: Definition, thread: Thread, aim: Aim, { source, basis }: Story): Typed {
  const baseline = thread.baseline === null ? {} : baselineTyped(thread.baseline, aim, source);
  return {
    'co-quan': thread.owner,
    ky: thread.reporting,
    'minh-chung': before.evidenceRequired ? 'co' : '',
    'dung-sai': before.tolerance === null ? '' : formatVietnamese(before.tolerance),
    ...baseline,
    ...(thread.trajectory ? yearsTyped(aim, thread.baseline ?? 0, basis) : {}),
  };
}

function baselineTyped(baseline: number, aim: Aim, source: string): Typed {
  return { 'muc-goc': formatVietnamese(baseline), 'nam-goc': String(aim.baselineYear), 'nguon-goc': source };
}

function yearsTyped(aim: Aim, start: number, basis: string): Typed {
  const years = aim.deadline - aim.baselineYear;
  const fields = Array.from({ length: years }, (_, i) => {
    const year = aim.baselineYear + i + 1;
    const value = start + ((aim.goal - start) * (i + 1)) / years;
    return [
      [valueField(year), typed(value, aim.decimals)],
      [basisField(year), basis],
    ] as const;
  });
  return Object.fromEntries(fields.flat());
}

/** Bodies in two blocks, communes in blocks of about twenty, each with a lead and two deputies by rotation; whoever the cast has as a lead leads. */
export async function seatBlocks(stage: Stage, from: PlainDate, year: number): Promise<void> {
  const of = (...kinds: readonly string[]) => [...stage.places.values()].filter(({ kind }) => kinds.includes(kind));
  const communes = Array.from({ length: 5 }, (_, n) => stage.communes.filter((_one, at) => at % 5 === n));
  const blocks: readonly Seating[] = [
    {
      code: 'mau-so-nganh',
      name: demoText.blockDepartments,
      kind: 'khoi',
      units: of('department', 'management_board'),
    },
    {
      code: 'mau-dang',
      name: demoText.blockParty,
      kind: 'khoi',
      units: of('party_body', 'front_and_mass_organisation').filter(({ code }) => code !== 'tinh-uy'),
    },
    ...communes.map((units, n) => ({
      code: `mau-xa-${n + 1}`,
      name: demoText.blockCommunes(n + 1),
      kind: 'cum' as const,
      units,
    })),
  ];
  const by = personOf(stage, 'administrator', stage.province.code);
  const leads = new Set(stage.story.cast.filter(({ role }) => role === 'block_lead').map(({ unit }) => unit));
  await play(stage, { at: instantOf(from, 10), by }, async (context) => {
    for (const { code, name, kind, units } of blocks) {
      if (units.length === 0) continue;
      const block = expectOk(await createBlock(context, { code, name, kind }));
      const lead = units.findIndex(({ code: unit }) => leads.has(unit));
      const inOrder = lead < 0 ? units : [...units.slice(lead, lead + 1), ...units.toSpliced(lead, 1)];
      const seated = (list: readonly Place[]) => list.map(({ id }, at) => ({ unitId: id, part: partAt(at) }));
      // Last year another led: whoever now stands at the end.
      const last = seated([...inOrder.slice(-1), ...inOrder.slice(0, -1)]);
      const { version } = expectOk(
        await setMembers(context, { blockId: block.id, version: block.version, year: year - 1, seats: last }),
      );
      expectOk(await confirmRotation(context, { blockId: block.id, version, year, parts: seated(inOrder) }));
    }
  });
}

type Seating = {
  readonly code: string;
  readonly name: string;
  readonly kind: BlockKind;
  readonly units: readonly Place[];
};

function partAt(at: number): BlockPart {
  return at === 0 ? 'lead' : at <= 2 ? 'deputy' : 'member';
}
