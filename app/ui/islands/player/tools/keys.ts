/** Places on the keyboard, so that every layout has the same ones: codes of KeyboardEvent, with Shift as '+'. */
export type Shortcuts<Name extends string> = Readonly<Record<Name, readonly string[]>>;

/** Everything that has a key; the first key is the one that the help names. */
export const shortcuts = {
  toggle: ['Space', 'KeyK'],
  'seek-back': ['ArrowLeft', 'KeyJ'],
  'seek-forward': ['ArrowRight', 'KeyL'],
  'frame-back': ['Comma'],
  'frame-forward': ['Period'],
  slower: ['Minus', '+Comma'],
  faster: ['Equal', '+Period'],
  'set-a': ['KeyA'],
  'set-b': ['KeyB'],
  'clear-loop': ['KeyX'],
  link: ['KeyU'],
  mirror: ['KeyR'],
  captions: ['KeyC'],
  mute: ['KeyM'],
  'full-screen': ['KeyF'],
  'chapter-back': ['KeyP'],
  'chapter-forward': ['KeyN'],
  help: ['KeyH', '+Slash'],
} as const satisfies Shortcuts<string>;
export type Shortcut = keyof typeof shortcuts;

const faces: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  Comma: ',',
  Period: '.',
  Minus: '−',
  Equal: '=',
};

/** How a key is named in the help; `space` is the reader's word for the long one. */
export function keyFace(code: string, space: string): string {
  if (code === 'Space') return space;
  return faces[code] ?? code.replace(/^Key/, '');
}

/** Which act a key stands for; null for keys that are not ours, or that the element itself needs. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const { target, code, shiftKey } = event;
  const own = target instanceof Element ? target : null;
  if (own?.closest('input:not([type=range]), select, textarea')) return null;
  if (code === 'Space' && own?.closest('button, summary, a')) return null;
  if (/^(Arrow|Space)/.test(code) && own?.closest('video, input')) return null;
  const name = `${shiftKey ? '+' : ''}${code}`;
  for (const [shortcut, codes] of Object.entries(shortcuts) as [Shortcut, readonly string[]][])
    if (codes.includes(name)) return shortcut;
  return null;
}
