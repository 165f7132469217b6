/** Counts again in the reader's own browser what a session published, and looks for the reader's own ballots among it. */
import { openBox } from './box.browser.ts';
import { faultText, recountText as said } from './ballot.text.ts';
import type { Published } from './recount.ts';
import { publishedIn, recount } from './recount.ts';

const place = document.getElementById('kiem-lai');

function line(text: string, kind: 'success' | 'refusal' | 'info' | 'warning'): HTMLElement {
  const made = document.createElement('p');
  made.className = `notice notice-${kind}`;
  made.textContent = text;
  return made;
}

async function begin(): Promise<void> {
  if (!place) return;
  const answer = await fetch(place.dataset['file'] ?? '');
  const published = publishedIn(await answer.json().catch(() => undefined));
  if (!answer.ok || !published) return place.replaceChildren(line(said.unreadable, 'refusal'));
  const counted = await recount(published);
  const wrong = counted.filter(({ faults }) => faults.length > 0);
  const lines = wrong.map(({ title, faults }) =>
    line(`${title}: ${faults.map((each) => faultText[each]).join(' ')}`, 'refusal'),
  );
  const sum =
    wrong.length === 0 ? line(said.allRight(counted.length), 'success') : line(said.someWrong(wrong.length), 'refusal');
  place.replaceChildren(sum, ...lines, ...(await ownBallots(published)));
}

/** Found, it is forgotten here: nobody can be asked for it later. */
async function ownBallots({ polls }: Published): Promise<readonly HTMLElement[]> {
  const box = await openBox();
  if (!box) return [];
  const mine = (await box.all()).filter(({ unsigned }) => polls.some(({ pollId }) => pollId === unsigned.pollId));
  if (mine.length === 0) return [];
  const isThere = ({ unsigned }: (typeof mine)[number]) =>
    polls.some(
      ({ pollId, ballots }) =>
        pollId === unsigned.pollId &&
        ballots.some(({ serial, choice }) => serial === unsigned.serial && choice === unsigned.choice),
    );
  const found = mine.filter(isThere);
  const cast = mine.filter((one) => one.isCast && !isThere(one));
  for (const { unsigned } of found) box.drop(unsigned.pollId);
  const notCast = mine.length - found.length - cast.length;
  return [
    ...(found.length > 0 ? [line(said.found(found.length), 'success')] : []),
    ...(cast.length > 0 ? [line(said.lost(cast.length), 'refusal')] : []),
    ...(notCast > 0 ? [line(said.notCast(notCast), 'warning')] : []),
  ];
}

void begin();
