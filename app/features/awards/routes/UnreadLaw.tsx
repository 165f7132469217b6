import { Notice } from '../../../ui/Notice.tsx';
import type { Chosen } from '../standards/rule-book.ts';
import { awardsText as said } from '../text.ts';

/** Where the law in force on the day was not read: what that means for a dossier received then. */
export function UnreadLaw({ inForce, read, isUnread }: Partial<Pick<Chosen, 'inForce' | 'read' | 'isUnread'>>) {
  if (!isUnread || !inForce) return null;
  return (
    <Notice kind="warning" title={said.unreadTitle(inForce.title)}>
      <p>{said.unreadMeans(inForce.title, inForce.inForceFrom, read?.title)}</p>
      <p>
        <a href={`/khen-thuong/danh-muc/bo-quy-dinh/${inForce.code}`}>{said.open}</a>
      </p>
    </Notice>
  );
}
