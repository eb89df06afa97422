/** Addresses of one recording by what lies there: 'hls', 'poster', 'storyboard', 'single:ja', 'audio:ja'. */
export type Named = Readonly<Record<string, string>>;

interface Files {
  hls: string;
  poster: string;
  storyboard: string | null;
  singles: readonly { lang: string | null; url: string }[];
  audios: readonly { lang: string | null; url: string }[];
}

export function namedAddresses({ hls, poster, storyboard, singles, audios }: Files): Named {
  const named = (kind: string, files: Files['singles']) =>
    files.map(({ lang, url }): [string, string] => [`${kind}:${lang ?? ''}`, url]);
  return {
    ...{ hls, poster },
    ...(storyboard === null ? {} : { storyboard }),
    ...Object.fromEntries([...named('single', singles), ...named('audio', audios)]),
  };
}

const ours = /^\/media\/[^/]+\//;

/** Under the same name; a sound that is not there any more is heard as the first one. */
function under(addresses: Named, name: string): string | undefined {
  const kind = /^\w+:/.exec(name)?.[0];
  return (
    addresses[name] ?? (kind && Object.entries(addresses).find(([other]) => other.startsWith(kind))?.[1])
  );
}

/**
 * Knows each address of the page again after it changed: ours bear another token, a service's other signatures, and a
 * recording that moved lies elsewhere. `page`: the page's own address.
 */
export function addressBook(first: Named, firstToken: string, page: string) {
  const { origin } = new URL(page);
  const names = new Map<string, string>();
  let token = firstToken;
  let latest: Named = {};
  /** Without what changes from one renewal to the next. */
  const bare = (address: string): string => {
    const { origin: host, pathname } = new URL(address, page);
    return host + (host === origin ? pathname.replace(ours, '/media/') : pathname);
  };
  const learn = (addresses: Named) => {
    for (const [name, address] of Object.entries(addresses)) names.set(bare(address), name);
  };
  learn(first);
  const withToken = (address: string): string => {
    const own = address.startsWith(`${origin}/`) ? origin : '';
    const path = address.slice(own.length);
    return ours.test(path) ? own + path.replace(ours, () => `/media/${token}/`) : address;
  };
  return {
    current(address: string): string {
      const name = names.get(bare(address));
      return withToken((name && under(latest, name)) || address);
    },
    renew(freshToken: string, addresses?: Named) {
      token = freshToken;
      if (!addresses) return;
      latest = addresses;
      learn(addresses);
    },
  };
}
