import { useT } from '~/ui/kit/use-t';

/** A left sole, standing upright, about 14 × 40 around its own middle. */
const LEFT = 'M4-20c-7-3-12 3-11 13 1 8 0 12 1 19 1 8 11 9 13 1C9 4 13-15 4-20Z';
const RIGHT = 'M-4-20c7-3 12 3 11 13-1 8 0 12-1 19-1 8-11 9-13 1C-9 4-13-15-4-20Z';

/** Two footprints: somebody can stand here. Decoration only. */
export function Footprints() {
  return (
    <svg className="drawing" viewBox="0 0 72 56" aria-hidden="true">
      <path className="ink" d={LEFT} transform="translate(24 28) rotate(-6)" />
      <path className="straw" d={RIGHT} transform="translate(48 28) rotate(6)" strokeDasharray="3 3" />
    </svg>
  );
}

/** Places of the feet in a turn by 180 degrees: standing, one step in, turned. */
const TURN = [
  { key: 'stand', left: 'translate(48 96)', right: 'translate(80 96)', faint: true },
  {
    key: 'step',
    left: 'translate(150 72) rotate(-38)',
    right: 'translate(172 104) rotate(-70)',
    faint: true,
  },
  {
    key: 'turned',
    left: 'translate(282 64) rotate(180)',
    right: 'translate(250 64) rotate(180)',
    faint: false,
  },
] as const;

/** The steps of tai-sabaki as footprints on the mat, from left to right. */
export function TaiSabaki() {
  const { t } = useT();
  return (
    <svg className="drawing" viewBox="0 0 340 150" role="img" aria-label={t('shell:drawing.tai-sabaki')}>
      <path className="faint" d="M0 136h340" />
      {TURN.map(({ key, left, right, faint }) => (
        <g key={key} className={faint ? undefined : 'ink'}>
          <path d={LEFT} transform={left} />
          <path d={RIGHT} transform={right} />
        </g>
      ))}
      <path className="straw" d="M96 84c12-8 22-12 34-13m-9-5 10 5-8 8" />
      <path className="straw" d="M192 78c8-16 20-24 38-26m-9-5 10 5-8 8" />
    </svg>
  );
}
