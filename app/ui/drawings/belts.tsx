import { useT } from '~/ui/kit/use-t';

/** Colours of the belts of the kyu grades and of the first dan, in their order. They are the subject, not the theme. */
const BELTS = ['#fffdf9', '#f2d24b', '#e88b2e', '#4f8f4d', '#2f5fa8', '#7a4a2b', '#16181d'] as const;

/** The belts from white to black, one beneath the other. */
export function Belts() {
  const { t } = useT();
  return (
    <svg className="drawing" viewBox="0 0 240 150" role="img" aria-label={t('shell:drawing.belts')}>
      {BELTS.map((colour, index) => (
        <g key={colour} transform={`translate(0 ${8 + index * 20})`} strokeWidth="1">
          <rect x="8" width="224" height="11" rx="2" fill={colour} stroke="var(--edge)" />
          <path d="M8 5.5h224" stroke="var(--edge)" strokeDasharray="4 3" opacity=".4" />
        </g>
      ))}
    </svg>
  );
}
