import { gateText } from './platform/text.ts';

/** A page for whoever cannot be answered by a real one; what it is given is our own words. */
export function plainPage(title: string, ...paragraphs: readonly string[]): string {
  const body = paragraphs.filter((one) => one !== '').map((one) => `<p>${one}</p>`);
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><main><h1>${title}</h1>${body.join('')}<p><a href="/">${gateText.home}</a></p></main></body></html>`;
}
