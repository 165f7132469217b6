/** What stands around every page: bar, sample-data banner, side list, main, foot. Fetches nothing; the layout route fills it. */
import type { ReactNode } from 'react';
import type { Area } from './Areas.tsx';
import { AreaList } from './Areas.tsx';
import { Bar } from './Bar.tsx';
import { comfortText, uiText } from './text.ts';

export type Product = { readonly name: string; readonly term?: string | undefined };

export type Account = {
  readonly name: string;
  readonly place: string;
  readonly links: readonly { readonly label: string; readonly href: string }[];
  readonly signOut: string;
};

export type FrameProps = {
  readonly product: Product;
  readonly areas: readonly Area[];
  readonly account?: Account | undefined;
  readonly work?: { readonly href: string; readonly count: number } | undefined;
  /** What was last searched for, kept in the box. */
  readonly query?: string | undefined;
  readonly demo?: boolean | undefined;
  /** Set for a stranger: where to sign in. Left out on the sign-in page itself. */
  readonly signIn?: string | undefined;
  /** Search is left out where there is nothing to search, such as before signing in. */
  readonly search?: boolean | undefined;
  /** After how many idle minutes the session ends; the optional script says so a minute before. */
  readonly idleMinutes?: number | undefined;
  /** Whose machine this is just now, and the key for what it keeps of them (features/offline). */
  readonly keeping?: { readonly account: string; readonly key: string } | undefined;
  /** Leads to what helps on this page. */
  readonly help?: { readonly label: string; readonly href: string } | undefined;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
};

export function Frame(props: FrameProps) {
  const { areas, children, demo, foot, help, idleMinutes, keeping } = props;
  return (
    <>
      <a className="skip" href="#noi-dung">
        {uiText.skip}
      </a>
      <header>
        <Bar {...props} />
        {demo && <p className="sample">{uiText.sample}</p>}
      </header>
      <div className={areas.length > 0 ? 'frame' : 'frame frame-bare'}>
        {areas.length > 0 && (
          <nav className="side" aria-label={uiText.areas}>
            <AreaList areas={areas} />
          </nav>
        )}
        <main id="noi-dung" tabIndex={-1}>
          {children}
          {help && (
            <p className="page-help">
              <a href={help.href}>{help.label}</a>
            </p>
          )}
        </main>
      </div>
      <Comfort idleMinutes={idleMinutes} keeping={keeping} />
      {foot && <footer className="foot">{foot}</footer>}
    </>
  );
}

/** The words of the optional script, and whose page it is. */
function Comfort({ idleMinutes, keeping }: Pick<FrameProps, 'idleMinutes' | 'keeping'>) {
  const words = Object.entries(comfortText).map(([name, text]) => [`data-${name}`, text] as const);
  const holder = keeping && { 'data-account': keeping.account, 'data-key': keeping.key };
  return <div id="comfort" hidden data-idle={idleMinutes} {...holder} {...Object.fromEntries(words)} />;
}
