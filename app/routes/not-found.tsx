import { pageNotFound } from '../platform/http.server.ts';

/** Whatever no feature knows. */
export function loader() {
  pageNotFound();
}

export default function NotFound() {
  return null;
}
