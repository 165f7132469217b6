/** What the script uses of a service worker's surroundings; the library of types for pages does not know them. */
type Lasting = { readonly waitUntil: (work: Promise<unknown>) => void };
export type FetchEvent = Lasting & {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
};
export type WorkerScope = {
  readonly location: Location;
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly addEventListener: {
    (kind: 'install' | 'activate', hear: (event: Lasting) => void): void;
    (kind: 'fetch', hear: (event: FetchEvent) => void): void;
  };
};
