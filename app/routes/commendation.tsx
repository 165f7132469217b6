import { commendationRooms } from '../commendation-doors.ts';
import { edgeOf } from '../platform/http.server.ts';
import { commendationDoorText, commendationText as said } from '../text.ts';
import { Page } from '../ui/Page.tsx';
import { Tiles } from '../ui/Tiles.tsx';
import type { Route } from './+types/commendation.ts';

export function loader(args: Route.LoaderArgs) {
  return { rooms: commendationRooms(edgeOf(args).actor) };
}

export const meta: Route.MetaFunction = () => [{ title: said.title }];

/** Where each part of commendation is, in the order of a dossier's way. */
export default function Commendation({ loaderData: { rooms } }: Route.ComponentProps) {
  return (
    <Page title={said.title} lead={said.lead}>
      {rooms.map(({ key, doors }) => (
        <section key={key}>
          <h2>{said.rooms[key]}</h2>
          <Tiles tiles={doors.map(({ key: door, href }) => ({ id: door, href, ...commendationDoorText[door] }))} />
        </section>
      ))}
    </Page>
  );
}
