import { LitElement, nothing, type TemplateResult } from 'lit';

/**
 * `<in-turn .view=${() => html`…`}>`: draws a part of an element in a task of its own, so that a page that shows many
 * parts at once answers to the hand between them. It has the styles of the element that it stands in.
 */
export class InTurn extends LitElement {
  static override properties = { view: { attribute: false } };
  declare view: () => TemplateResult | typeof nothing;

  constructor() {
    super();
    this.view = () => nothing;
    this.style.display = 'contents';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override async scheduleUpdate(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    await super.scheduleUpdate();
  }

  override render() {
    return this.view();
  }
}

customElements.define('in-turn', InTurn);
