import { useT } from '~/ui/kit/use-t';

/** Outlines of 師 and 範 in a box of 250 units (Noto Serif JP, SIL Open Font License 1.1), so that the seal needs no font. */
const SHI = [
  'M124 75h94v8h-94v-8zM112 75v-9l25 9h-3v127q0 2-5 4q-5 3-13 3h-4v-134z',
  'M105 32h99l13-18q0 0 3 2q2 2 6 5q4 3 8 7q5 3 8 7q-1 4-7 4h-128l-2-7z',
  'M159 32h23v202q0 1-5 4q-5 3-14 3h-4v-209z',
  'M208 75h-2l10-12l24 18q-1 2-4 3q-2 1-6 2v94q0 8-1 14q-2 6-8 9q-5 3-17 5q0-6-1-10q0-4-2-6q-1-3-4-5q-3-2-8-2v-4q0 0 3 0q3 0 7 0q4 1 5 1q3 0 3-1q1-1 1-4v-102z',
  'M29 49h53v7h-53v-7zM29 102h53v8h-53v-8zM28 145h58v7h-58v-7zM28 204h58v7h-58v-7z',
  'M18 49v-10l25 10h-3v179q0 1-5 4q-5 3-13 3h-4v-186z',
  'M72 49h-2l10-11l23 17q-1 1-3 3q-3 1-6 2v55q0 1-4 2q-3 2-7 3q-4 1-7 1h-4v-72z',
  'M74 145h-2l10-12l23 18q-1 1-3 2q-3 2-7 3v65q0 1-3 2q-3 2-7 3q-4 1-7 1h-4v-82z',
  'M47 9l33 5q-1 6-9 7q-4 7-10 16q-5 9-9 15h-9q1-5 2-13q0-7 1-15q1-8 1-15z',
].join('');
const HAN = [
  'M151 82h66v7h-66v-7z',
  'M143 82v-10l25 10h-3v127q0 4 1 5q2 2 9 2h21q7 0 12 0q5 0 8-1q2 0 3 0q1-1 2-2q2-2 4-10q3-7 5-15h3l1 26q5 1 7 3q1 2 1 6q0 4-4 7q-4 3-14 4q-10 2-29 2h-24q-11 0-17-2q-6-2-8-7q-3-4-3-12v-133z',
  'M13 83h89l12-14q0 0 3 3q4 3 9 7q5 4 9 8q-1 4-6 4h-114l-2-8z',
  'M8 200h97l12-15q0 0 3 3q4 3 9 7q5 4 10 8q-1 4-7 4h-122l-2-7zM30 169h82v7h-82v-7zM32 139h82v8h-82v-8z',
  'M23 109v-9l21 9h70v7h-71v67q0 1-3 2q-2 2-6 3q-4 2-8 2h-3v-81z',
  'M64 64l28 3q0 2-2 4q-1 1-6 2v161q0 2-2 3q-3 2-7 3q-3 1-7 1h-4v-177z',
  'M105 109h-2l10-11l22 17q-2 3-9 5v59q0 1-3 2q-3 2-7 3q-4 1-7 1h-4v-76z',
  'M46 9l29 12q-1 2-3 3q-3 2-7 1q-11 18-25 31q-14 13-30 22l-3-3q11-11 21-29q11-18 18-37z',
  'M48 35h49l11-16q0 0 4 3q4 3 9 8q5 4 9 8q-1 4-7 4h-75v-7z',
  'M140 35h63l13-17q0 0 4 3q5 4 10 8q6 5 11 9q-1 4-7 4h-94v-7z',
  'M67 37q11 3 17 7q6 5 8 9q2 5 1 9q-1 4-4 6q-3 3-7 2q-4 0-8-4q0-7-3-15q-3-8-7-13l3-1z',
  'M144 9l29 10q-1 2-3 4q-3 1-6 1q-11 15-24 27q-13 12-26 20l-3-2q9-11 17-27q9-16 16-33z',
  'M161 37q13 2 20 7q7 4 10 9q3 5 2 10q0 4-3 7q-3 3-8 3q-4 0-9-4q-1-8-5-16q-5-9-9-15l2-1z',
  'M204 82h-2l11-12l22 18q-2 3-9 4q0 25-1 41q-1 17-3 27q-2 10-6 14q-4 4-10 5q-6 2-12 2q0-4-1-7q-1-4-3-6q-2-2-7-4q-5-2-10-3v-4q4 0 8 0q5 1 9 1q4 0 6 0q3 0 4-1q3-4 3-23q1-18 1-52z',
].join('');

type Props = {
  small?: boolean;
  /** In quiet ink: on documents that no longer hold. */
  isVoid?: boolean;
};

/** The seal «師範»: only where something is official. */
export function Seal({ small = false, isVoid = false }: Props) {
  const { t } = useT();
  const className = ['seal', small ? 'seal-small' : '', isVoid ? 'is-void' : ''].filter(Boolean).join(' ');
  return (
    <svg className={className} viewBox="0 0 96 96" role="img" aria-label={t('shell:drawing.seal')}>
      <rect x="4" y="4" width="88" height="88" rx="10" fill="none" stroke="currentColor" strokeWidth="5" />
      <path className="ink" transform="translate(29 10) scale(.152)" d={SHI} />
      <path className="ink" transform="translate(29 48) scale(.152)" d={HAN} />
    </svg>
  );
}
