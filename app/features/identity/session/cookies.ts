/**
 * Cookies of the product: HttpOnly, SameSite=Lax, whole site; over https also Secure and bound to the host by the
 * `__Host-` prefix, which no other host of the domain can set.
 */
export type CookieName = 'phien' | 'buoc' | 'dang-do';

export type CookieJar = {
  readonly read: (request: Request, name: CookieName) => string | undefined;
  /** Without `minutes` it lasts as long as the browser is open. */
  readonly write: (name: CookieName, value: string, minutes?: number) => string;
  readonly clear: (name: CookieName) => string;
};

export function cookieJar(isHttps: boolean): CookieJar {
  const full = (name: CookieName) => (isHttps ? `__Host-${name}` : name);
  const manner = `Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`;
  return {
    read: (request, name) => readCookie(request.headers.get('cookie'), full(name)),
    write: (name, value, minutes) =>
      `${full(name)}=${value}; ${manner}${minutes === undefined ? '' : `; Max-Age=${Math.round(minutes * 60)}`}`,
    clear: (name) => `${full(name)}=; ${manner}; Max-Age=0`,
  };
}

export function readCookie(header: string | null, name: string): string | undefined {
  const parts = (header ?? '').split(';').map((part) => part.trim());
  const found = parts.find((part) => part.startsWith(`${name}=`));
  const value = found?.slice(name.length + 1);
  return value === undefined || value === '' ? undefined : value;
}
