/** The provider of outside identities (OpenID Connect): found once, then remembered; asked with PKCE, state and nonce. */
import * as oidc from 'openid-client';
import type { Config } from '../../../platform/config.server.ts';

export type OutsideConfig = NonNullable<Config['oidc']>;

/** What must come back unchanged with the browser. */
export type Checks = { readonly state: string; readonly nonce: string; readonly verifier: string };

export type OutsideClaims = {
  readonly issuer: string;
  readonly subject: string;
  readonly username: string | undefined;
  /** Only when the provider vouches for it. */
  readonly email: string | undefined;
};

const known = new Map<string, Promise<oidc.Configuration>>();

/** A discovery that failed is tried again at the next sign-in. */
function discover({ issuer, clientId, clientSecret }: OutsideConfig): Promise<oidc.Configuration> {
  const key = `${issuer} ${clientId}`;
  const found =
    known.get(key) ?? oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, optionsFor(issuer));
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

/** Without TLS only on this very machine, as tests do. */
function optionsFor(issuer: string): oidc.DiscoveryRequestOptions {
  const { protocol, hostname } = new URL(issuer);
  const isHere = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return { timeout: 10, ...(isHere && { execute: [oidc.allowInsecureRequests] }) };
}

export function outsideReturnAddress({ publicUrl, port }: Config): string {
  return `${publicUrl ?? `http://localhost:${port}`}/dang-nhap/lien-thong/ve`;
}

/** Where to send the browser, and what to keep until it returns. */
export async function askOutside(
  config: Config,
  outside: OutsideConfig,
): Promise<{ readonly url: URL; readonly checks: Checks }> {
  const provider = await discover(outside);
  const checks = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
  const url = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: outsideReturnAddress(config),
    scope: 'openid profile email',
    code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
    code_challenge_method: 'S256',
    state: checks.state,
    nonce: checks.nonce,
  });
  return { url, checks };
}

/** Throws when anything about the answer is not as asked. */
export async function hearOutside(
  config: Config,
  outside: OutsideConfig,
  { query, checks }: { readonly query: string; readonly checks: Checks },
): Promise<OutsideClaims> {
  const provider = await discover(outside);
  const tokens = await oidc.authorizationCodeGrant(provider, new URL(outsideReturnAddress(config) + query), {
    expectedState: checks.state,
    expectedNonce: checks.nonce,
    pkceCodeVerifier: checks.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('the provider sent no identity');
  const info = await userInfo(provider, tokens.access_token, claims.sub);
  const all = { ...info, ...claims };
  return { issuer: claims.iss, subject: claims.sub, username: textOf(all['preferred_username']), email: emailOf(all) };
}

/** Some providers put name and address there instead of into the identity token. */
async function userInfo(
  provider: oidc.Configuration,
  accessToken: string,
  subject: string,
): Promise<Record<string, unknown>> {
  if (!provider.serverMetadata().userinfo_endpoint) return {};
  return { ...(await oidc.fetchUserInfo(provider, accessToken, subject)) };
}

function emailOf(claims: Readonly<Record<string, unknown>>): string | undefined {
  return claims['email_verified'] === true ? textOf(claims['email']) : undefined;
}

function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim !== '' ? claim : undefined;
}
