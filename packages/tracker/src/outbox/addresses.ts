/** Where a server takes events. */
export interface Addresses {
  collect: string;
  /** Beside `collect`, where absent. */
  socket?: string;
}

/** The addresses of a server, from its base (`https://stats.example.org/`). */
export const addressesOf = (base: string): Addresses => ({ collect: new URL('v1/collect', base.replace(/\/?$/, '/')).href });
