import { useT } from '~/ui/kit/use-t';

/** The eight directions of kuzushi (happo no kuzushi) around two feet; one direction is marked. */
export function Kuzushi() {
  const { t } = useT();
  return (
    <svg className="drawing" viewBox="0 0 300 300" role="img" aria-label={t('shell:drawing.kuzushi')}>
      <circle className="faint" cx="150" cy="150" r="118" />
      <circle className="faint" cx="150" cy="150" r="64" strokeDasharray="2 6" />
      <path d="M150 84V20M150 216v64M84 150H20M216 150h64M103 103 58 58M197 103l45-45M103 197l-45 45M197 197l45 45" />
      <path d="m144 28 6-10 6 10M144 272l6 10 6-10M28 144l-10 6 10 6M272 144l10 6-10 6M70 60l-13-3 3 13M230 60l13-3-3 13M70 240l-13 3 3-13M230 240l13 3-3-13" />
      <g className="ink">
        <path d="M132 128c7-3 12 3 11 14-1 9 0 13-1 21-1 9-12 10-14 1-2-10-6-31 4-36Z" />
        <path d="M168 128c-7-3-12 3-11 14 1 9 0 13 1 21 1 9 12 10 14 1 2-10 6-31-4-36Z" />
      </g>
      <circle className="point" cx="242" cy="58" r="5" />
    </svg>
  );
}
