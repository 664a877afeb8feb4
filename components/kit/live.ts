// Lit's own `live` brings what only lists need of its parts: two kilobytes, on every page with a control.
import { noChange } from 'lit';
import { Directive, directive, type PropertyPart } from 'lit/directive.js';

/** `.value=${live(value)}`: set whenever the control shows another, as when the reader has moved it meanwhile. */
export const live = directive(
  class extends Directive {
    render(value: unknown): unknown {
      return value;
    }

    override update({ element, name }: PropertyPart, [value]: [unknown]): unknown {
      const control = element as unknown as Record<string, unknown>;
      if (control[name] !== value) control[name] = value;
      return noChange;
    }
  },
);
