import { plainDateIn } from '../../../kernel/calendar.ts';
import { awardNameOn } from '../../awards/text.ts';
import type { TimelineEntry } from '../../../ui/Timeline.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { dateText } from '../../../ui/moment.ts';
import { correctionText } from '../correction.text.ts';
import { historyText } from '../history.text.ts';
import { mergeText } from '../merge.text.ts';
import type { NoteKind } from '../note.ts';
import { notesOf } from '../note.ts';
import { noteAddress, noteKindText, noteLine, noteText } from '../note.text.ts';
import type { ListedHolder } from '../list.server.ts';
import { registerText as said, scopeText } from '../text.ts';
import type { TimelineItem } from '../timeline.server.ts';

type Props = {
  readonly holder: ListedHolder;
  readonly items: readonly TimelineItem[];
  readonly mayNote: boolean;
  readonly hasHistory?: boolean;
};

export function HolderTimeline({ holder, items, mayNote, hasHistory = false }: Props) {
  return (
    <section>
      <h2>{said.timeline}</h2>
      {mayNote && <NoteLinks holder={holder} />}
      {hasHistory && (
        <p>
          <a href={`/khen-thuong/so/${holder.id}/lich-su`}>{historyText.link}</a>
        </p>
      )}
      {items.length === 0 ? (
        <p className="muted">{said.timelineEmpty}</p>
      ) : (
        <Timeline entries={items.map((item) => entryOf(item, mayNote ? `/khen-thuong/so/${holder.id}` : null))} />
      )}
    </section>
  );
}

function NoteLinks({ holder }: Pick<Props, 'holder'>) {
  const links = notesOf[holder.kind];
  return (
    <p>
      {noteText.add}{' '}
      {links.map((kind: NoteKind, at) => (
        <span key={kind}>
          {at > 0 && ' · '}
          <a href={`/khen-thuong/so/${holder.id}/ghi/${noteAddress[kind]}`}>{noteKindText[kind].toLowerCase()}</a>
        </span>
      ))}
    </p>
  );
}

function entryOf(item: TimelineItem, base: string | null): TimelineEntry {
  const at = { id: item.key, when: whenText(item.on), dateTime: item.on };
  switch (item.kind) {
    case 'honour': {
      const { honour } = item;
      const revoked = honour.revokedOn === null ? '' : `. ${said.revoked(honour.revokedOn, honour.revokedBy ?? '')}`;
      const struck = honour.struckReason === null ? '' : `. ${correctionText.struckAs(honour.struckReason)}`;
      const name = said.forYear(awardNameOn(honour.awardCode, honour.decidedOn), honour.year);
      const decision = `${said.decision} ${said.decisionOf(honour.decisionNumber, honour.decidedOn)}`;
      return {
        ...at,
        what: honour.struckReason === null ? <b>{name}</b> : <s>{name}</s>,
        detail: decision + revoked + struck,
      };
    }
    case 'removed': {
      const { kind, row, removedAt, reason } = item.removed;
      const { what, detail } = noteLine(kind, row);
      const told = noteText.removedAs(dateText(plainDateIn(removedAt)), reason);
      return { ...at, what: <s>{what}</s>, detail: [detail, told].filter(Boolean).join('. ') };
    }
    case 'initiative': {
      const { id, title, scope, usedFor, usedYear } = item.initiative;
      const used = usedFor === null ? said.notUsed : said.usedFor(usedFor, usedYear);
      return {
        ...at,
        what: <a href={`/sang-kien/${id}`}>{title}</a>,
        detail: `${said.initiative(scopeText[scope])}; ${used}`,
      };
    }
    case 'merge':
      return {
        ...at,
        what: said.merged(item.merge.mergedName),
        detail: (
          <>
            {item.merge.reason}
            {base !== null && (
              <>
                {' '}
                <a href={`${base}/hoan-lai/${item.merge.id}`}>{mergeText.undo}</a>
              </>
            )}
          </>
        ),
      };
    case 'note': {
      const { note } = item;
      const { what, detail } = noteLine(note.kind, note.row);
      const query = `?dong=${encodeURIComponent(note.key)}`;
      const part = noteAddress[note.kind];
      const acts = base !== null && (
        <>
          {' '}
          <a href={`${base}/ghi/${part}${query}`} aria-label={`${noteText.change}: ${what}`}>
            {noteText.change}
          </a>{' '}
          <a href={`${base}/bo/${part}${query}`} aria-label={`${noteText.remove}: ${what}`}>
            {noteText.remove}
          </a>
        </>
      );
      return {
        ...at,
        what,
        detail: (
          <>
            {detail}
            {acts}
          </>
        ),
      };
    }
  }
}

const whenText = (on: string) => (on === '' ? said.noDay : on.length === 4 ? on : dateText(on.slice(0, 10)));
