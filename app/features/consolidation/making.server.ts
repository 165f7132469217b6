/** What a new consolidated report can be made of, for whom, and the form that says so. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person, UnitPath } from '../../kernel/actor.ts';
import { holdingFor, unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import type { IssuerChoice } from '../directive/issuers.server.ts';
import { issuersFor } from '../directive/issuers.server.ts';
import { issuerAt } from '../organisation/issuer.server.ts';
import { pathOf } from '../organisation/paths.server.ts';
import { rootUnit } from '../organisation/root.server.ts';
import { sectionsOf } from '../rounds/forms/forms.server.ts';
import type { SectionKind } from '../rounds/report.ts';
import { roundVisibleTo } from '../rounds/visible.server.ts';
import { listSnapshots } from '../snapshots/list.server.ts';
import type { SnapshotLine } from '../snapshots/list.server.ts';
import type { Desk, Kind, PaperFacts, Part } from './consolidation.ts';
import { kinds, purposeOf } from './consolidation.ts';
import { figurePartsOf, gatheredKinds, sectionPart } from './parts.ts';
import { figurePartText } from './figures.text.ts';
import { proposedPaper, proposedTitle } from './paper.text.ts';

export const makingFields = ['loai', 'ky', 'de-an', 'so-lieu', 'co-quan'] as const;
export type MakingField = (typeof makingFields)[number];
export type MakingProblem =
  | { readonly kind: 'kind_unknown' }
  | { readonly kind: 'round_missing' }
  | { readonly kind: 'scheme_missing' }
  | { readonly kind: 'scheme_secret' }
  | { readonly kind: 'snapshot_missing'; readonly of: Kind };
export type MakeRefusal = {
  readonly kind: 'making_wrong';
  readonly problems: readonly { readonly field: MakingField; readonly problem: MakingProblem }[];
};

export type RoundChoice = {
  readonly id: string;
  readonly name: string;
  readonly lastDay: PlainDate;
};
export type SchemeChoice = { readonly code: string; readonly name: string; readonly unitId: string | null };
export type Choices = {
  readonly desk: Desk;
  readonly kinds: readonly Kind[];
  readonly rounds: readonly RoundChoice[];
  readonly schemes: readonly SchemeChoice[];
  readonly snapshots: readonly SnapshotLine[];
  readonly units: readonly IssuerChoice[];
};

/** Undefined for whoever makes none: neither the appraising body at the province nor a lead body of a scheme. */
export async function makingChoices(db: Kysely<DB>, person: Person): Promise<Choices | undefined> {
  const root = await rootUnit(db);
  if (!root) return undefined;
  const isProvince = holdingFor(person, 'appraiser', [root.id]) !== undefined;
  const schemes = await schemesFor(db, person, isProvince);
  if (!isProvince && schemes.length === 0) return undefined;
  const [rounds, snapshots, units] = await Promise.all([
    roundsFor(db, person),
    listSnapshots(db, person),
    isProvince ? issuersFor(db, person) : [],
  ]);
  const desk = isProvince ? 'province' : 'lead';
  return { desk, kinds: isProvince ? kinds : ['scheme'], rounds, schemes, snapshots, units };
}

async function schemesFor(db: Kysely<DB>, person: Person, isProvince: boolean): Promise<readonly SchemeChoice[]> {
  const held = [...unitsHeld(person, 'officer', 'head')];
  const { rows } = await sql<SchemeChoice>`
    select s.code, s.name, (select l.unit_id from scheme_unit l where l.scheme_code = s.code and l.part = 'lead'
      and l.unit_id = any(${held}::uuid[]) order by l.position limit 1) as "unitId"
    from scheme s where not s.is_secret order by s.position`.execute(db);
  return isProvince ? rows : rows.filter(({ unitId }) => unitId !== null);
}

async function roundsFor(db: Kysely<DB>, actor: Actor): Promise<readonly RoundChoice[]> {
  return db
    .selectFrom('reporting_round')
    .where('stage', 'in', ['open', 'closed'])
    .where(roundVisibleTo(actor))
    .select(['id', 'name', 'last_day as lastDay'])
    .orderBy('last_day', 'desc')
    .orderBy('id')
    .limit(60)
    .execute();
}

export type Making = {
  readonly kind: Kind;
  readonly desk: Desk;
  readonly unitId: string;
  readonly path: UnitPath;
  readonly roundId: string | null;
  readonly schemeCode: string | null;
  readonly snapshotId: string | null;
  readonly title: string;
  readonly paper: PaperFacts;
  readonly parts: readonly Part[];
};

type Asked = { readonly typed: Readonly<Record<string, string>>; readonly today: PlainDate };

export async function readMaking(
  db: Kysely<DB>,
  person: Person,
  { typed, today }: Asked,
): Promise<Result<Making, MakeRefusal>> {
  const choices = await makingChoices(db, person);
  const kind = choices?.kinds.find((each) => each === typed['loai']);
  if (!choices || !kind)
    return refuse({ kind: 'making_wrong', problems: [{ field: 'loai', problem: { kind: 'kind_unknown' } }] });
  const round = choices.rounds.find(({ id }) => id === typed['ky']);
  const scheme = kind === 'scheme' ? choices.schemes.find(({ code }) => code === typed['de-an']) : undefined;
  const snapshot = snapshotsFor(kind, choices.snapshots).find(({ id }) => id === typed['so-lieu']);
  const isSecret = kind === 'scheme' && !scheme && (await isSecretScheme(db, typed['de-an'] ?? ''));
  const problems: MakeRefusal['problems'][number][] = [];
  if (kind === 'round' && !round) problems.push({ field: 'ky', problem: { kind: 'round_missing' } });
  if (kind === 'scheme' && !scheme)
    problems.push({ field: 'de-an', problem: { kind: isSecret ? 'scheme_secret' : 'scheme_missing' } });
  if (purposeOf[kind] && !snapshot)
    problems.push({ field: 'so-lieu', problem: { kind: 'snapshot_missing', of: kind } });
  if (problems.length > 0) return refuse({ kind: 'making_wrong', problems });
  const unitId = unitOf(choices, typed['co-quan'], scheme);
  const issuer = await issuerAt(db, unitId);
  const about = {
    kind,
    round: round?.name,
    scheme: scheme && `${scheme.code} ${scheme.name}`,
    asOf: snapshot?.asOf ?? today,
  };
  return ok({
    kind,
    desk: choices.desk,
    unitId,
    path: await pathOf(db, unitId),
    roundId: round?.id ?? null,
    schemeCode: scheme?.code ?? null,
    snapshotId: snapshot?.id ?? null,
    title: proposedTitle(about),
    paper: proposedPaper(issuer, choices.desk, proposedTitle(about)),
    parts: await partsNow(db, { kind, roundId: round?.id ?? null }),
  });
}

/** Those drawn from figures, then the sections of the round's form as it is now, whichever kinds of units they are for. */
export async function partsNow(
  db: Kysely<DB>,
  { kind, roundId }: { readonly kind: Kind; readonly roundId: string | null },
): Promise<readonly Part[]> {
  const drawn = figurePartsOf[kind].map((key) => ({ key, heading: figurePartText[key] }));
  return roundId === null ? drawn : [...drawn, ...(await writtenParts(db, roundId))];
}

/** What a draft has not got yet: gathering again brings it. */
export async function partsMissing(
  db: Kysely<DB>,
  { parts, ...about }: { readonly kind: Kind; readonly roundId: string | null; readonly parts: readonly Part[] },
): Promise<readonly Part[]> {
  const now = await partsNow(db, about);
  return now.filter(({ key }) => !parts.some((part) => part.key === key));
}

async function writtenParts(db: Kysely<DB>, roundId: string): Promise<readonly Part[]> {
  const round = db.selectFrom('reporting_round').select('form_id').where('id', '=', roundId);
  const sections = await sectionsOf(db, (await round.executeTakeFirstOrThrow()).form_id);
  const isWritten = ({ kind }: { readonly kind: SectionKind }) => gatheredKinds.some((each) => each === kind);
  return sections.filter(isWritten).map(({ position, heading }) => ({ key: sectionPart(position), heading }));
}

export function snapshotsFor(kind: Kind, all: readonly SnapshotLine[]): readonly SnapshotLine[] {
  const purpose = purposeOf[kind];
  return purpose === undefined ? all : all.filter((each) => each.purpose === purpose);
}

function unitOf({ desk, units }: Choices, typed: string | undefined, scheme: SchemeChoice | undefined): string {
  if (desk === 'lead') return scheme?.unitId ?? '';
  return (units.find(({ id }) => id === typed) ?? units[0])?.id ?? '';
}

async function isSecretScheme(db: Kysely<DB>, code: string): Promise<boolean> {
  const found = await db.selectFrom('scheme').select('is_secret').where('code', '=', code).executeTakeFirst();
  return found?.is_secret === true;
}
