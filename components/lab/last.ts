/** The function, which keeps its last answer for as long as it is asked with the same arguments. */
export function keepingLast<Arguments extends readonly unknown[], Answer>(
  make: (...given: Arguments) => Answer,
): (...given: Arguments) => Answer {
  let last: { given: Arguments; answer: Answer } | undefined;
  return (...given) => {
    if (!last || last.given.some((value, i) => value !== given[i]))
      last = { given, answer: make(...given) };
    return last.answer;
  };
}
