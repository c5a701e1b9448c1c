export type SeriesBar = {
  readonly id: string;
  readonly label: string;
  /** Shown on pointing at the bar. */
  readonly title: string;
  /** One value for each series; never below zero. */
  readonly values: readonly number[];
};

type Props = {
  readonly label: string;
  readonly series: readonly string[];
  readonly bars: readonly SeriesBar[];
  /** One on the other, or side by side. */
  readonly kind: 'stacked' | 'grouped';
  /** What the highest stands for, as people read it; null: values are not told on the axis. */
  readonly highest: ((value: number) => string) | null;
};

const WIDTH = 600;
const HEIGHT = 160;
const GAP = 0.12;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const topOf = ({ values }: SeriesBar, kind: Props['kind']): number =>
  kind === 'stacked' ? sumOf(values) : Math.max(0, ...values);

/** Bars of several series, one on the other or side by side; as wide as its place. Read aloud as one picture. */
export function SeriesChart({ label, series, bars, kind, highest }: Props) {
  const top = Math.max(1, ...bars.map((bar) => topOf(bar, kind)));
  const step = WIDTH / Math.max(1, bars.length);
  return (
    <figure className="kit-chart">
      {highest !== null && (
        <div className="kit-chart-highest" aria-hidden="true">
          {highest(top)}
        </div>
      )}
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {bars.map((bar, index) => (
          <g key={bar.id}>
            <title>{bar.title}</title>
            <rect className="kit-chart-day" x={index * step} y={0} width={step} height={HEIGHT} />
            <Parts bar={bar} kind={kind} x={index * step + step * GAP} width={step * (1 - 2 * GAP)} top={top} />
          </g>
        ))}
      </svg>
      <div className="kit-chart-axis" aria-hidden="true">
        {[bars[0], bars[Math.floor(bars.length / 2)], bars.at(-1)].slice(0, bars.length).map((bar, index) => (
          <span key={`${String(index)} ${bar?.id}`}>{bar?.label}</span>
        ))}
      </div>
      {series.length > 1 && (
        <figcaption aria-hidden="true" className="kit-chart-keys">
          {series.map((name, i) => (
            <span key={name} className={`kit-series-${i}`}>
              {name}
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  );
}

type PartsProps = Pick<Props, 'kind'> & {
  readonly bar: SeriesBar;
  readonly x: number;
  readonly width: number;
  readonly top: number;
};

function Parts({ bar, kind, x, width, top }: PartsProps) {
  const heightOf = (value: number) => (value / top) * HEIGHT;
  const each = kind === 'grouped' ? width / Math.max(1, bar.values.length) : width;
  return (
    <>
      {bar.values.map((value, i) => {
        const below = kind === 'stacked' ? sumOf(bar.values.slice(0, i)) : 0;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a series is known by its place
            key={i}
            className={`kit-series-${i}`}
            x={kind === 'grouped' ? x + i * each : x}
            y={HEIGHT - heightOf(below + value)}
            width={each}
            height={heightOf(value)}
          />
        );
      })}
    </>
  );
}
