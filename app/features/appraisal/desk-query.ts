/** The desk as its address asks for it: the page and its files read the same. */
import { readYear } from '../../ui/address.ts';
import type { DeskQuery } from './desk-views.ts';
import { deskStages, deskViews } from './desk-views.ts';

export function deskQueryIn(url: URL): DeskQuery {
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  return {
    stage: deskStages.find((each) => each === asked('buoc')),
    view: deskViews.find((each) => each === asked('xem')),
    year: readYear(url.searchParams),
    words: asked('q'),
  };
}
