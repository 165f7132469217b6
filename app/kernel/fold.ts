/**
 * Text as it is stored (composed, NFC) and as it is searched (without marks, lower case).
 * NFD does not split đ, so it is mapped by hand. The database's `unaccent` follows the same rule.
 */
export function compose(text: string): string {
  return text.normalize('NFC');
}

export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u0111\u0110]/g, 'd')
    .toLowerCase()
    .normalize('NFC');
}
