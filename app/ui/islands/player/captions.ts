/**
 * Shows the captions of the chosen languages, at most two at once, and no others: a browser may have switched one on
 * by itself.
 */
export function showCaptions(tracks: TextTrackList, langs: readonly string[]): void {
  for (const track of Array.from(tracks)) {
    if (track.kind !== 'subtitles' && track.kind !== 'captions') continue;
    track.mode = langs.includes(track.language) ? 'showing' : 'disabled';
  }
}
