import type { ReactNode } from 'react';
import { isRouteErrorResponse, Meta, Outlet, useRouteLoaderData } from 'react-router';
import type { Route } from './+types/root.ts';
import { keepTypedText } from './features/identity/parked/middleware.server.ts';
import { SecretTyped } from './features/secrecy/routes/SecretTyped.tsx';
import { SendAgain } from './features/identity/parked/SendAgain.tsx';
import { answerFaults } from './features/identity/parked/through-faults.server.ts';
import type { ToldFault } from './features/identity/parked/told-fault.ts';
import { frameOf } from './frame.server.ts';
import type { ToldSecret } from './platform/http.server.ts';
import { edgeOf } from './platform/http.server.ts';
import { errorText, faultText, rootText } from './text.ts';
import { Frame } from './ui/Frame.tsx';
import { Page } from './ui/Page.tsx';
import styles from './ui/style.css?url';

/** What was typed is kept when the session has ended, and given back when a fault is met (app/features/identity/parked). */
export const middleware: Route.MiddlewareFunction[] = [answerFaults, keepTypedText];

export function loader(args: Route.LoaderArgs) {
  return frameOf(edgeOf(args), args.request);
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>('root');
  return (
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href={styles} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <script type="module" src="/comfort.js" />
        {frame?.keeping && <script type="module" src="/offline.js" />}
      </head>
      <body>
        <Frame {...(frame ?? { product: { name: rootText.product }, areas: [], search: false })}>{children}</Frame>
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

type Told = { readonly sentence?: string; readonly fault?: ToldFault; readonly secret?: ToldSecret } | null;

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const { sentence, fault, secret } = (isRouteErrorResponse(error) ? (error.data as Told) : null) ?? {};
  if (secret) return <SecretTyped told={secret} />;
  if (sentence) return <Refused sentence={sentence} />;
  if (status !== 404 && status !== 403 && status !== 405) return <Faulty fault={fault} />;
  const said = errorText[status];
  return (
    <Page title={said.title} lead={said.lead}>
      <title>{said.title}</title>
      <p>
        <a href="/tong-quan">{errorText.home}</a>
      </p>
    </Page>
  );
}

function Faulty({ fault }: { readonly fault: ToldFault | undefined }) {
  const said = faultText[fault?.cause ?? 'other'];
  return (
    <Page title={said.title} lead={fault?.unsaved ? said.leadUnsaved : said.lead}>
      <title>{said.title}</title>
      <p>
        {errorText.reference} <code>{rootText.referencePlace}</code>
      </p>
      {fault?.unsaved ? (
        <SendAgain form={fault.unsaved} />
      ) : (
        <p>
          <a href="/tong-quan">{errorText.home}</a>
        </p>
      )}
    </Page>
  );
}

/** A request that could not even be read: too large, broken. */
function Refused({ sentence }: { readonly sentence: string }) {
  return (
    <Page title={errorText.refused}>
      <title>{errorText.refused}</title>
      <p>{sentence}</p>
      <p>
        <a href="/tong-quan">{errorText.home}</a>
      </p>
    </Page>
  );
}
