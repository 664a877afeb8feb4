export {
  chance,
  choose,
  integer,
  normal,
  type Random,
  random,
  range,
  shuffle,
  weighted,
} from './random.ts';
