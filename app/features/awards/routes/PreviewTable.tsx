import { Notice } from '../../../ui/Notice.tsx';
import { Table } from '../../../ui/Table.tsx';
import { formText as said } from '../law/form.text.ts';
import { awardNameText } from '../law/law.text.ts';
import type { Changed, Preview } from '../law/preview.ts';
import type { Seen } from '../law/seeing.server.ts';
import { daysText, STATE_TEXT } from '../standards/explained.text.ts';
import { StandardState } from './Conditions.tsx';

/** What a new version ends, and which recorded cases it would answer otherwise. */
export function WhatItDoes({ place: { ends, leavesGap }, preview, unread }: Omit<Seen, 'provision'>) {
  return (
    <>
      {ends && <p>{said.ends(daysText(ends.validFrom, ends.validUntil))}</p>}
      {leavesGap && <Notice kind="warning">{said.gap}</Notice>}
      {unread && <Notice kind="warning">{said.stillUnread(unread.title, unread.inForceFrom)}</Notice>}
      {preview && <PreviewTable preview={preview} />}
    </>
  );
}

function PreviewTable({ preview: { cases, changed } }: { readonly preview: Preview }) {
  return (
    <section>
      <h2>{said.previewTitle}</h2>
      <p>{changed.length === 0 ? said.previewNone(cases) : said.previewSome(cases, changed.length)}</p>
      {changed.length > 0 && (
        <Table
          caption={said.previewTitle}
          captionHidden
          rows={changed.map((each, at) => ({ ...each, key: String(at) }))}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'gi',
              head: said.previewCase,
              kind: 'name',
              cell: ({ says, award }) => (
                <>
                  {says}
                  <br />
                  <small>{awardNameText(award)}</small>
                </>
              ),
            },
            { key: 'truoc', head: said.previewBefore, cell: ({ before }) => <StandardState state={before} /> },
            { key: 'sau', head: said.previewAfter, cell: ({ after }) => <StandardState state={after} /> },
            { key: 'dieu', head: said.previewClauses, cell: ({ clauses }) => clauses.map(clauseText).join('; ') },
          ]}
        />
      )}
    </section>
  );
}

function clauseText({ article, before, after }: Changed['clauses'][number]): string {
  const word = (state: typeof before) => (state === undefined ? said.noClause : STATE_TEXT[state]);
  return `${article}: ${word(before)} → ${word(after)}`;
}
