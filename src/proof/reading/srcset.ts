// The value of `srcset` to the files that it names, as HTML (§ 4.8.4.3.10) cuts it, in linear time.

export interface Candidate {
  readonly src: string;
  /** Of the descriptor `480w`, in pixels; null: there is none. */
  readonly width: number | null;
}

export function srcsetCandidates(srcset: string): readonly Candidate[] {
  const found: Candidate[] = [];
  let at = 0;
  for (;;) {
    while (at < srcset.length && /[\s,]/.test(srcset[at]!)) at++;
    if (at === srcset.length) return found;
    let end = at;
    while (end < srcset.length && !/\s/.test(srcset[end]!)) end++;
    const address = srcset.slice(at, end);
    const src = address.replace(/,+$/, '');
    at = end;
    let descriptor = '';
    if (src === address) {
      const comma = srcset.indexOf(',', at);
      end = comma === -1 ? srcset.length : comma;
      descriptor = srcset.slice(at, end).trim();
      at = end;
    }
    const width = /^(\d{1,6})w$/.exec(descriptor)?.[1];
    found.push({ src, width: width === undefined ? null : Number(width) });
  }
}
