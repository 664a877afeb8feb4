/** From and to, in the numbers of an axis; what lies beyond its ends is cut off there. */
export type Span = readonly [from: number, to: number];

/** Where in a chart a guess belongs, in the chart's own rows, columns and numbers. What is left out is all there is. */
export interface Place {
  /** Id of the chart; every chart that the bet is about where none is named. */
  chart?: string;
  row?: string;
  column?: string;
  x?: Span;
  y?: Span;
  /** A curve that was dragged, point by point; then nothing else is said. */
  line?: readonly (readonly [x: number, y: number])[];
}
