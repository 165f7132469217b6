/** What the province settles before anybody reports: owners, paces, baselines, trajectories, links, blocks. All sample. */
import type { PlainDate } from '../kernel/calendar.ts';
import { expectOk } from '../kernel/result.ts';
import { linkScheme, setTrajectory, settleIndicator } from '../features/indicators/settle.server.ts';
import { createBlock, setMembers } from '../features/organisation/blocks.server.ts';
import type { BlockKind, BlockPart } from '../features/organisation/block.ts';
import type { Aim } from './figures.ts';
import { demoText } from './text.ts';
import type { Place, Stage } from './stage.server.ts';
import { instantOf, personOf, placeOf, play } from './stage.server.ts';

export async function settleIndicators(stage: Stage, from: PlainDate, aims: ReadonlyMap<string, Aim>): Promise<void> {
  const { story, province } = stage;
  const by = personOf(stage, 'appraiser', province.code);
  await play(stage, { at: instantOf(from, 9), by }, async (context) => {
    for (const [code, thread] of Object.entries(story.indicators)) {
      const aim = aims.get(code);
      if (!aim) continue;
      const { version } = await context.tx
        .selectFrom('indicator')
        .select('version')
        .where('code', '=', code)
        .executeTakeFirstOrThrow();
      const baseline =
        thread.baseline === null
          ? null
          : { value: String(thread.baseline), year: aim.baselineYear, source: story.source };
      const ownerUnitId = placeOf(stage, thread.owner).id;
      expectOk(await settleIndicator(context, { code, version, ownerUnitId, reporting: thread.reporting, baseline }));
      if (thread.trajectory)
        expectOk(await setTrajectory(context, { code, points: yearsOf(aim, thread, story.basis) }));
    }
    for (const [schemeCode, codes] of Object.entries(story.schemeLinks))
      for (const indicatorCode of codes)
        expectOk(await linkScheme(context, { schemeCode, indicatorCode, basis: story.basis }));
  });
}

function yearsOf(aim: Aim, { baseline }: { readonly baseline: number | null }, basis: string) {
  const start = baseline ?? 0;
  const years = aim.deadline - aim.baselineYear;
  return Array.from({ length: years }, (_, i) => {
    const value = start + ((aim.goal - start) * (i + 1)) / years;
    return { year: aim.baselineYear + i + 1, value: value.toFixed(aim.decimals), basis };
  });
}

/** Bodies in two blocks, communes in blocks of about twenty, each with a lead and two deputies. */
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
  await play(stage, { at: instantOf(from, 10), by }, async (context) => {
    for (const { code, name, kind, units } of blocks) {
      if (units.length === 0) continue;
      const block = expectOk(await createBlock(context, { code, name, kind }));
      const seats = units.map(({ id }, at) => ({ unitId: id, part: partAt(at) }));
      expectOk(await setMembers(context, { blockId: block.id, version: block.version, year, seats }));
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
