import { uiText } from './text.ts';

type TableTopProps = {
  /** Seen above the table; the table's own caption is for those who hear it. */
  readonly caption: string | undefined;
  readonly count: number;
  readonly paging: { readonly page: number; readonly size: number; readonly total: number } | undefined;
  readonly exports: { readonly excel?: string | undefined; readonly csv?: string | undefined } | undefined;
};

/** How many rows there are, and the ways to take away exactly these. */
export function TableTop({ caption, count, paging, exports }: TableTopProps) {
  if (!caption && !paging && !exports) return null;
  const from = paging ? (paging.page - 1) * paging.size + 1 : 1;
  return (
    <div className="table-top">
      <p>
        {caption && <b aria-hidden="true">{caption}</b>}{' '}
        {paging && paging.total > count ? uiText.rowsOf(from, from + count - 1, paging.total) : uiText.rows(count)}
      </p>
      {exports && (
        <p className="exports">
          {uiText.exportAs}: {exports.excel && <a href={exports.excel}>{uiText.excel}</a>}
          {exports.excel && exports.csv && ' · '}
          {exports.csv && <a href={exports.csv}>{uiText.csv}</a>}
        </p>
      )}
    </div>
  );
}
