import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import type { HolderInitiative } from '../initiatives.server.ts';
import type { OneHolder } from '../one.server.ts';
import { personalDataText } from '../personal-data.text.ts';
import { registerText as said, scopeText } from '../text.ts';

type SealedProps = { readonly one: Pick<OneHolder, 'holder' | 'may'>; readonly identity: string | undefined };

/** The number, once asked for; and all that is kept, as a file. */
export function Sealed({ one, identity }: SealedProps) {
  const { holder, may } = one;
  return (
    <>
      {identity !== undefined && (
        <Notice kind="info" title={said.identity}>
          {identity}. {said.identitySeen}
        </Notice>
      )}
      {(may.identity || may.export) && (
        <div className="acts">
          {may.identity && identity === undefined && (
            <form method="post">
              <Button kind="second" name="viec" value="dinh-danh">
                {said.seeIdentity}
              </Button>
            </form>
          )}
          {may.export && (
            <form className="acts" method="post" action={`/khen-thuong/so/${holder.id}/du-lieu`}>
              <Button kind="second" name="dang" value="pdf">
                {`${said.takeData}: ${personalDataText.pdf}`}
              </Button>
              <Button kind="second" name="dang" value="docx">
                {personalDataText.word}
              </Button>
              <Button kind="second" name="dang" value="json">
                {personalDataText.file}
              </Button>
            </form>
          )}
        </div>
      )}
    </>
  );
}

/** Initiatives of namesakes, to be confirmed; and those that were, to be taken back. */
export function Namesakes({ initiatives }: { readonly initiatives: readonly HolderInitiative[] }) {
  const asked = initiatives.filter(({ by }) => by !== 'account');
  if (asked.length === 0) return null;
  return (
    <section>
      <h2>{said.namesakes}</h2>
      <p className="muted">{said.namesakesLead}</p>
      <ul>
        {asked.map((each) => (
          <li key={each.id}>
            <form method="post">
              <a href={`/sang-kien/${each.id}`}>{each.title}</a>, {each.year}, {scopeText[each.scope]}{' '}
              <input type="hidden" name="sang-kien" value={each.id} />
              <Button small kind="second" name="viec" value={each.by === 'name' ? 'la-tac-gia' : 'khong-la-tac-gia'}>
                {each.by === 'name' ? said.isAuthor : said.isNotAuthor}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
