/**
 * Reads one XML part of a workbook as events. Refused: anything but UTF-8, a document type declaration (entities that
 * multiply or fetch live there), and nesting deeper than any workbook has. Prefixes are dropped: some programs write
 * `x:row` for `row`.
 */
import { SaxesParser } from 'saxes';
import { refusalError } from './refusals.ts';

export type Attributes = Readonly<Record<string, string>>;
export type Handlers = {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

const deepest = 100;
const sliceBytes = 64 * 1024;

export function readXml(part: string, bytes: Uint8Array, handlers: Handlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  const unsafe = (): never => {
    throw refusalError({ kind: 'unsafe_xml', part });
  };
  parser.on('doctype', unsafe);
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') throw refusalError({ kind: 'damaged', part });
  });
  parser.on('error', () => {
    throw refusalError({ kind: 'damaged', part });
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) unsafe();
    handlers.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handlers.close?.(localName(name));
  });
  if (handlers.text) parser.on('text', handlers.text);
  feed(parser, part, bytes);
}

function feed(parser: SaxesParser, part: string, bytes: Uint8Array): void {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at < bytes.length; at += sliceBytes) {
    parser.write(decoded(decoder, bytes.subarray(at, at + sliceBytes), part));
  }
  parser.write(decoded(decoder, new Uint8Array(), part, false));
  parser.close();
}

function decoded(decoder: TextDecoder, bytes: Uint8Array, part: string, stream = true): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw refusalError({ kind: 'damaged', part });
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** `_x000D_` and the like are how a workbook writes characters that XML cannot. */
export function plainText(text: string): string {
  const unescaped = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return unescaped.normalize('NFC');
}
