import { AreaList, Count } from './Areas.tsx';
import type { Account, FrameProps, Product } from './Frame.tsx';
import { uiText } from './text.ts';

/** The top bar: mark, folded list on a phone, search, my work, account. */
export function Bar({ product, areas, account, work, query, signIn, search = true }: FrameProps) {
  return (
    <div className="bar">
      <Brand product={product} />
      {areas.length > 0 && (
        <details className="menu fold">
          <summary>
            {uiText.areas}
            <Count count={work?.count} />
          </summary>
          <nav className="menu-list" aria-label={uiText.areas}>
            <AreaList areas={areas} />
          </nav>
        </details>
      )}
      {search && <SearchBox query={query} />}
      {work && (
        <a className="to-work" href={work.href}>
          {uiText.myWork}
          <Count count={work.count} />
        </a>
      )}
      {account && <AccountMenu account={account} />}
      {!account && signIn && (
        <a className="btn btn-small" href={signIn}>
          {uiText.signIn}
        </a>
      )}
    </div>
  );
}

function Brand({ product }: { readonly product: Product }) {
  return (
    <a className="brand" href="/">
      <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true">
        <circle className="mark-ground" cx="17" cy="17" r="17" />
        <path className="mark-star" d="M17 7l2.3 6.9h7.2l-5.8 4.2 2.2 6.9-5.9-4.3-5.9 4.3 2.2-6.9-5.8-4.2h7.2z" />
      </svg>
      <span>
        <b>{product.name}</b>
        {product.term && <small>{product.term}</small>}
      </span>
    </a>
  );
}

function SearchBox({ query }: { readonly query: string | undefined }) {
  return (
    <form className="find" role="search" action="/tim-kiem" method="get">
      <label className="sr" htmlFor="tim">
        {uiText.searchHint}
      </label>
      <input id="tim" type="search" name="q" defaultValue={query} placeholder={uiText.searchHint} />
      <button type="submit">{uiText.searchDo}</button>
    </form>
  );
}

function AccountMenu({ account }: { readonly account: Account }) {
  return (
    <details className="menu account">
      <summary>
        <span className="sr">{uiText.account}: </span>
        <b>{account.name}</b>
        <small>{account.place}</small>
      </summary>
      <div className="menu-list">
        <ul>
          {account.links.map(({ label, href }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
        <form method="post" action={account.signOut}>
          <button type="submit">{uiText.signOut}</button>
        </form>
      </div>
    </details>
  );
}
