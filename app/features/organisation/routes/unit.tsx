import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { UnitPage } from '../parts/UnitPage.tsx';
import { unitSeen } from '../unit-page.server.ts';
import type { Route } from './+types/unit.ts';

export async function loader(args: Route.LoaderArgs) {
  return (await unitSeen(edgeOf(args), args.params.code)) ?? pageNotFound();
}

export default function UnitRoute({ loaderData }: Route.ComponentProps) {
  return <UnitPage {...loaderData} />;
}
