import type { TechniqueClass } from '~/domain/lexicon/inputs';

/** Strokes of the body in ink, its way in straw; the mat is the faint line. */
const DRAWINGS: Record<TechniqueClass, { ink: string; way: string; mat?: string }> = {
  'te-waza': {
    ink: 'M10 46c3-15 12-24 22-24s19 9 22 24M6 46a4 4 0 1 0 8 0 4 4 0 1 0-8 0M50 46a4 4 0 1 0 8 0 4 4 0 1 0-8 0',
    way: 'M18 14c8-5 20-5 28 0m-1-8 2 9-9 1',
  },
  'koshi-waza': {
    ink: 'M6 24h52v9H6zM25 20l14 17M39 20 25 37M28 37 20 56l8 1 5-16M36 37l8 19-8 1-4-14',
    way: 'M12 12c12-6 28-6 40 0',
  },
  'ashi-waza': {
    ink: 'M30 12c-7-3-12 3-11 13 1 8 0 10 1 17 1 8 11 9 13 1 1-11 5-26-3-31Z',
    way: 'M40 50c10-4 16-12 17-23m-6 5 6-6 5 7',
  },
  'ma-sutemi-waza': {
    ink: 'M22 50c-6-10 0-20 12-20M32 20a5 5 0 1 0 10 0 5 5 0 1 0-10 0M22 50l14-6',
    way: 'M50 46C52 22 38 8 14 12m6-7-7 7 8 5',
    mat: 'M4 56h56',
  },
  'yoko-sutemi-waza': {
    ink: 'M14 48 44 34M45 30a5 5 0 1 0 10 0 5 5 0 1 0-10 0M14 48l16 4M14 48l4-14',
    way: 'M20 20c12-8 26-6 34-2m-3-8 4 8-8 4',
    mat: 'M4 58h56',
  },
  'osaekomi-waza': {
    ink: 'M8 46h44M53 46a4 4 0 1 0 8 0 4 4 0 1 0-8 0M16 42c6-12 18-16 30-12M47 25a5 5 0 1 0 10 0 5 5 0 1 0-10 0M16 42 8 34M30 34l4 12',
    way: 'M32 6v14m-5-5 5 6 5-6',
    mat: 'M4 54h56',
  },
  'shime-waza': {
    ink: 'M18 6c1 18 8 32 26 46M46 6c-1 18-8 32-26 46M24 18a4 4 0 1 0 .1 0M40 18a4 4 0 1 0 .1 0',
    way: 'M10 30c-3 6-3 12 0 18m44-18c3 6 3 12 0 18',
  },
  'kansetsu-waza': {
    ink: 'M8 52 30 30M34 28l22 10M28 27a5 5 0 1 0 8 4 5 5 0 1 0-8-4M52 36a4 4 0 1 0 8 3 4 4 0 1 0-8-3',
    way: 'M20 42c8 6 18 6 26-2m-8-2 9 1-1 9',
  },
};

/** The idea of a class of techniques in a few strokes. Decoration only: its name stands beside it. */
export function ClassDrawing({ of }: { of: TechniqueClass }) {
  const { ink, way, mat } = DRAWINGS[of];
  return (
    <svg className="drawing class-drawing" viewBox="0 0 64 64" aria-hidden="true">
      {mat ? <path className="faint" d={mat} /> : null}
      <path className="straw" d={way} />
      <path d={ink} />
    </svg>
  );
}
