import { uiText } from './text.ts';

type TableTopProps = {
  readonly count: number;
  readonly paging: { readonly page: number; readonly size: number; readonly total: number } | undefined;
  readonly exports: { readonly excel?: string | undefined; readonly csv?: string | undefined } | undefined;
};

/** How many rows there are, and the ways to take away exactly these. */
export function TableTop({ count, paging, exports }: TableTopProps) {
  const from = paging ? (paging.page - 1) * paging.size + 1 : 1;
  return (
    <div className="table-top">
      <p>{paging ? uiText.rowsOf(from, from + count - 1, paging.total) : uiText.rows(count)}</p>
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
