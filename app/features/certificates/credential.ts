/**
 * A certificate as an Open Badges 3.0 credential (1EdTech; W3C Verifiable Credentials Data Model 2.0), for the holder to carry. What it says is what
 * stands on the paper. It is signed as a JWT (credential.server.ts); whether it was revoked the page of the certificate says.
 */
export type Carried = {
  readonly id: string;
  readonly issuer: { readonly id: string; readonly name: string };
  readonly name: string;
  readonly award: { readonly id: string; readonly name: string };
  readonly merit: string;
  readonly decision: string;
  readonly from: Date;
  readonly page: string;
};

export function credentialOf({ id, issuer, name, award, merit, decision, from, page }: Carried): object {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name },
    validFrom: from.toISOString(),
    name: award.name,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: name, identityType: 'name' }],
      achievement: {
        id: award.id,
        type: ['Achievement'],
        name: award.name,
        description: merit,
        criteria: { narrative: decision },
      },
    },
    evidence: [{ id: page, type: ['Evidence'], name: decision }],
  };
}

/** did:web of an address: https://a.vn:3000 → did:web:a.vn%3A3000. */
export function didOf(base: string): string {
  return `did:web:${encodeURIComponent(new URL(base).host)}`;
}
