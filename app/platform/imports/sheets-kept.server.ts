/**
 * The sheets of the file that was read last, kept for a while: between the preview and the confirmation of an import
 * nobody waits for the same file to be read a second time. Known by the hash of the bytes, so they are the file's, or none.
 */
import type { Sheet } from '../spreadsheet/sheet.ts';

const minutes = 15;
let kept: { readonly hash: string; readonly sheets: readonly Sheet[]; readonly timer: NodeJS.Timeout } | undefined;

export function keepSheets(hash: string, sheets: readonly Sheet[]): void {
  forgetSheets();
  kept = { hash, sheets, timer: setTimeout(forgetSheets, minutes * 60_000).unref() };
}

export function keptSheets(hash: string): readonly Sheet[] | undefined {
  return kept?.hash === hash ? kept.sheets : undefined;
}

export function forgetSheets(): void {
  clearTimeout(kept?.timer);
  kept = undefined;
}
