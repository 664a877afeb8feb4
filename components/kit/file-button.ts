import { css, html, nothing, type TemplateResult } from 'lit';

/** A button that opens the system's file chooser; its look is below. The same file may be chosen twice. */
export function fileButton(
  label: string,
  onFiles: (files: File[]) => void,
  { accept, multiple = false }: { accept?: string; multiple?: boolean } = {},
): TemplateResult {
  const chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length > 0) onFiles(files);
  };
  return html`<label class="choose">
    <input type="file" accept=${accept ?? nothing} ?multiple=${multiple} @change=${chosen} />
    <span>${label}</span>
  </label>`;
}

export const fileButtonStyles = css`
  .choose {
    position: relative;
  }
  .choose input {
    position: absolute;
    inset: 0;
    width: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .choose span {
    display: block;
    box-sizing: border-box;
    min-height: 2rem;
    padding: 0.3rem 0.7rem;
    border: 1px solid var(--line);
    border-radius: 4px;
    background: var(--paper);
    color: var(--ink);
  }
  .choose:hover span {
    border-color: var(--ink-2);
  }
  .choose input:focus-visible + span {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
`;
