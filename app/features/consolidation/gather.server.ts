/**
 * Everything a consolidated report is made of, as the one who makes it may know it: figures from the rounds, indicators,
 * schemes and plans or from a snapshot, and what units wrote in the reports that were received. Of a scheme under the
 * rules on state secrets there is one line.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { TIME_ZONE } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { SecretScheme } from '../secrecy/naming.ts';
import type { FilledSection, SentContent } from '../rounds/report.ts';
import { sentVisibleTo } from '../rounds/visible.server.ts';
import type { Input, Kind } from './consolidation.ts';
import { figurePieces } from './figures.server.ts';
import { saysNothing } from './figures.text.ts';
import type { Said } from './parts.ts';
import { saidIn, saidOf, sectionPart } from './parts.ts';
import type { Gathered } from './pieces.ts';

export type Wanted = {
  readonly kind: Kind;
  readonly roundId: string | null;
  readonly schemeCode: string | null;
  readonly snapshotId: string | null;
};
export type Harvest = { readonly pieces: readonly Gathered[]; readonly inputs: readonly Input[] };

export async function gather(db: Kysely<DB>, actor: Actor, wanted: Wanted, today: PlainDate): Promise<Harvest> {
  const figures = await figurePieces(db, actor, wanted, today);
  if (wanted.roundId === null) return figures;
  const reports = await receivedReports(db, actor, wanted.roundId);
  const scheme = wanted.schemeCode === null ? undefined : await schemeNamed(db, wanted.schemeCode);
  return {
    pieces: [...figures.pieces, ...reportPieces(reports, scheme)],
    inputs: [...figures.inputs, ...reports.map(({ content, digest }) => ({ label: content.unit, digest }))],
  };
}

type Received = {
  readonly reportId: string;
  readonly roundId: string;
  readonly unitCode: string;
  readonly number: number;
  readonly signedOn: PlainDate;
  readonly digest: string;
  readonly content: SentContent;
};

/** The latest sending of each that stands, provincial bodies first, then by name. */
async function receivedReports(db: Kysely<DB>, actor: Actor, roundId: string): Promise<readonly Received[]> {
  const { rows } = await sql<Received>`
    select report.id as "reportId", report.round_id as "roundId", u.code as "unitCode", s.number, s.digest, s.content,
      (s.signed_at at time zone ${sql.lit(TIME_ZONE)})::date::text as "signedOn"
    from report
    join unit_now u on u.id = report.unit_id
    join lateral (select x.* from report_sending x where x.report_id = report.id and x.recalled_at is null
      order by x.number desc limit 1) s on true
    where report.round_id = ${roundId} and report.stage = 'received' and ${sentVisibleTo(actor)}
    order by u.kind = 'commune', s.content ->> 'unit' collate "vi-x-icu", u.code`.execute(db);
  return rows;
}

async function schemeNamed(db: Kysely<DB>, code: string): Promise<SecretScheme | undefined> {
  return db.selectFrom('scheme').select(['code', 'name']).where('code', '=', code).executeTakeFirst();
}

/** By criterion and indicator first, so that what all units say of one stands together. */
function reportPieces(reports: readonly Received[], scheme: SecretScheme | undefined): readonly Gathered[] {
  const pieces = reports.flatMap((report) =>
    report.content.sections.flatMap((section) =>
      saidIn(section)
        .map((said) => (scheme ? saidOf(scheme, said) : said))
        .filter(({ text }) => text !== '')
        .map((said) => pieceOf(report, section, said)),
    ),
  );
  const about = ({ source }: Gathered) => (source.kind === 'report' ? source.about.code : '');
  return pieces.toSorted((a, b) => about(a).localeCompare(about(b), 'vi', { numeric: true }));
}

function pieceOf(report: Received, { position, heading, kind }: FilledSection, said: Said): Gathered {
  const { content, reportId, roundId, unitCode, number, signedOn } = report;
  const source = { kind: 'report', roundId, roundName: content.round, unitCode, unitName: content.unit } as const;
  const isOut = kind === 'attachments' || saysNothing(said.text);
  return {
    key: `report:${reportId}:${position}:${said.part}`,
    part: sectionPart(position),
    placement: isOut ? 'out' : 'annex',
    source: {
      ...source,
      sending: number,
      signedOn,
      section: { position, heading },
      about: { code: said.part, heading: said.heading },
    },
    original: said.text,
    content: null,
  };
}
