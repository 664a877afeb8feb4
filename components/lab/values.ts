// The settings of the lab: as the address asks for them, changed, begun anew, and back in the address.
import { writeValues } from '#components/kit/address.ts';
import { parse } from '#components/kit/parse.ts';
import { lab as words } from '#content/words/en/lab.ts';
import { defaults, type Value } from '#lib/parameters/index.ts';
import { readEdits } from '#lib/scenes/edits-text.ts';
import type { Edits } from '#lib/scenes/index.ts';
import { constrain, declaration, type LabValues, SHOWING, settings, WORLD } from './parameters.ts';

/** Settings that change together. */
export type Given = Readonly<Record<string, Value>>;

interface Settled {
  values: LabValues;
  errors: string[];
}

/** What the address of the page asks for. */
export function askedFor(): Settled & { edits: Edits } {
  const { values, errors } = parse(declaration, new URLSearchParams(location.search), constrain);
  const { edits, refused } = readEdits(values.edits);
  return {
    ...{ values, edits },
    errors: refused.length > 0 ? [...errors, words.edit.refused(refused)] : errors,
  };
}

export function changed(values: LabValues, given: Given): Settled {
  return parse(declaration, { ...values, ...given }, constrain);
}

/** Every setting as it was at first, but for those given. Whom to compare stays. */
export function begun(values: LabValues, given: Partial<LabValues>): LabValues {
  return { ...values, ...defaults(settings), ...given };
}

/** The setting among these that makes another world; none where the objects of the scene stay. */
export function worldIn(given: Given): (typeof WORLD)[number] | undefined {
  return WORLD.find((name) => name in given);
}

/** Whether these only change what is shown of what is known. */
export function onlyShow(given: Given): boolean {
  return Object.keys(given).every((name) => SHOWING.includes(name));
}

export function writeAddress(values: LabValues): void {
  writeValues(declaration, values);
}
