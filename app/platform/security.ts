/** Sent with every answer. No inline script or style, nothing from elsewhere, no framing. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
};

export const transportSecurity = 'max-age=31536000; includeSubDomains';

/**
 * Cross-site request forgery: a request that changes something must say that it comes from one of our own pages.
 * Browsers send Origin with every POST, and Sec-Fetch-Site when new enough; neither there means: refused. Requests that
 * carry a token of the API in their header cannot be forged by a page and are not asked.
 */
export function isForeign(method: string, header: (name: string) => string | null, ownOrigin: string): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false;
  const origin = header('origin');
  if (origin !== null) return origin !== ownOrigin;
  return header('sec-fetch-site') !== 'same-origin';
}
