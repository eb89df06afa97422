import { useId } from 'react';

/** The Kazakh ram's horn (қошқар мүйіз): one half, mirrored for the other. */
const HORN = 'M24 22V11c0-5-3-8-7-8s-7 2.6-7 6 2.4 5.6 5.2 5.6 4.4-1.8 4.4-3.8-1.3-3.2-2.8-3.2-2.2.9-2.2 1.8';

/** Waves (青海波): circles around the foot of each wave, the upper row behind the lower one. */
const WAVES = [
  { x: 60, y: 12 },
  { x: 84, y: 12 },
  { x: 48, y: 24 },
  { x: 72, y: 24 },
  { x: 96, y: 24 },
] as const;

/** A hairline border that joins the horn of the steppe with the waves of Japan. Decoration only. */
export function Ornament() {
  const id = useId();
  return (
    <svg className="ornament" aria-hidden="true">
      <defs>
        <clipPath id={`${id}c`}>
          <path d="M48 0h48v24H48Z" />
        </clipPath>
        <pattern id={`${id}p`} width="96" height="24" patternUnits="userSpaceOnUse">
          <path d={HORN} />
          <path d={HORN} transform="matrix(-1 0 0 1 48 0)" />
          <g clipPath={`url(#${id}c)`}>
            {WAVES.map(({ x, y }) => (
              <g key={`${x} ${y}`}>
                <circle className="ground" cx={x} cy={y} r="12" />
                <circle cx={x} cy={y} r="8" />
                <circle cx={x} cy={y} r="4" />
              </g>
            ))}
          </g>
        </pattern>
      </defs>
      <rect width="100%" height="24" fill={`url(#${id}p)`} stroke="none" />
    </svg>
  );
}
