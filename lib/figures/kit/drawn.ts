// One element a datum: what figures need of a data join, in as many bytes as it takes.

/** A value of an attribute; null leaves the attribute out. */
export type Attribute = string | number | null;

/** Elements, each with its datum. */
export class Drawn<E extends SVGElement = SVGElement, D = unknown> {
  readonly elements: readonly E[];
  readonly data: readonly D[];

  constructor(elements: readonly E[], data: readonly D[]) {
    this.elements = elements;
    this.data = data;
  }

  /** The first element. */
  node(): E | undefined {
    return this.elements[0];
  }

  /** Calls `act` for each of them. */
  each(act: (element: E, datum: D, index: number) => void): this {
    this.elements.forEach((element, i) => {
      act(element, this.data[i], i);
    });
    return this;
  }

  /** Sets an attribute of each. */
  attr(name: string, value: Attribute | ((datum: D, index: number) => Attribute)): this {
    return this.each((element, datum, i) => {
      const given = typeof value === 'function' ? value(datum, i) : value;
      if (given === null) element.removeAttribute(name);
      else element.setAttribute(name, String(given));
    });
  }

  /** Sets the text of each. */
  text(of: (datum: D) => string): this {
    return this.each((element, datum) => {
      element.textContent = of(datum);
    });
  }
}

/**
 * One child a datum among those that a selector finds: the first ones stay, those that are too many go, those that are
 * missing come last.
 */
export function children<E extends SVGElement, D>(
  parent: SVGElement,
  tag: string,
  data: readonly D[],
  selector = tag,
): Drawn<E, D> {
  const found = [...parent.children].filter((child) => child.matches(selector)) as E[];
  for (const child of found.splice(data.length)) child.remove();
  while (found.length < data.length) {
    const made = parent.ownerDocument.createElementNS(parent.namespaceURI, tag) as E;
    found.push(parent.appendChild(made));
  }
  return new Drawn(found, data);
}
