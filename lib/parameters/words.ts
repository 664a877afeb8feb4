/** What is said of values that could not be taken as they were given: a sentence each, with the parameter's name. */
export interface ParameterWords {
  /** `type` as JavaScript names it. */
  wrongType(name: string, type: string): string;
  yesOrNo(name: string, given: string): string;
  oneOf(name: string, allowed: readonly string[], given: string): string;
  /** Characters there, and characters used. */
  tooLong(name: string, length: number, used: number): string;
  noNumber(name: string, given: string, used: number): string;
  atLeast(name: string, least: number, given: string): string;
  atMost(name: string, most: number, given: string): string;
  /** `step` is 1 for any whole number. */
  notWhole(name: string, step: number, given: string, used: number): string;
}
