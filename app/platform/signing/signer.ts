/**
 * Who can put a signature under bytes. Three ways stand behind it: a key in a file (development), a remote service (CSC), and a
 * token in somebody's hand, for which the bytes leave the product and a signature comes back (hand-over.server.ts).
 */
export type Signer = {
  /** X.509, DER: of whoever signs, then those above without the root. */
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  /** Over SHA-256 of `bytes`: ECDSA as DER, RSA as PKCS#1 v1.5. Throws `SigningFailed` when the service does not answer. */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>;
};

/** A time stamp (RFC 3161) over a SHA-256 digest, as the DER of its token. */
export type TimeStamper = (digest: Uint8Array) => Promise<Uint8Array>;

/** Degrees by which a reader turns a page clockwise before it is shown. */
export type Turn = 0 | 90 | 180 | 270;

/** Where a mark stands: page from 1, in points from the left and the bottom of the sheet as it is before it is turned. */
export type Box = {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly turn?: Turn | undefined;
};

export type Mark = {
  readonly box: Box;
  readonly colour: 'blue' | 'red' | 'black';
  /** `text`: nothing but its lines, set to the right. */
  readonly shape: 'box' | 'seal' | 'text';
  /** PNG with a clear ground; without one a plain mark is drawn of these lines. */
  readonly picture?: Uint8Array | undefined;
  readonly lines: readonly string[];
};

/** A paper with a hole for a signature: what is signed is all but the hole. */
export type Prepared = {
  readonly pdf: Uint8Array;
  readonly range: readonly [0, number, number, number];
  /** SHA-256 of what is signed. */
  readonly digest: Uint8Array;
};

export type SigningRefusal =
  | { readonly kind: 'signing_unavailable'; readonly what: 'signer' | 'time_stamp' }
  | { readonly kind: 'signature_not_for_this' }
  | { readonly kind: 'signature_wrong'; readonly because: string }
  | { readonly kind: 'signature_too_large' };
