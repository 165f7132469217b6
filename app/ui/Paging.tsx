import type { View } from './address.ts';
import { pageAddress, pagesToOffer } from './address.ts';
import { uiText } from './text.ts';

export function Paging({ view, page, last }: { readonly view: View; readonly page: number; readonly last: number }) {
  if (last <= 1) return null;
  return (
    <nav aria-label={uiText.pages}>
      <ul className="paging">
        {page > 1 && (
          <li>
            <a href={pageAddress(view, page - 1)} rel="prev">
              {uiText.previous}
            </a>
          </li>
        )}
        {pagesToOffer(page, last).map((number, at) => (
          <li key={number === 0 ? `gap ${at}` : number}>
            {number === 0 ? <span className="gap">…</span> : <Number view={view} number={number} current={page} />}
          </li>
        ))}
        {page < last && (
          <li>
            <a href={pageAddress(view, page + 1)} rel="next">
              {uiText.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

function Number(props: { readonly view: View; readonly number: number; readonly current: number }) {
  return (
    <a
      href={pageAddress(props.view, props.number)}
      aria-label={uiText.page(props.number)}
      aria-current={props.number === props.current ? 'page' : undefined}
    >
      {props.number}
    </a>
  );
}
