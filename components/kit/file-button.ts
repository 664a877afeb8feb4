import { html, nothing, type TemplateResult } from 'lit';

/** A button that opens the system's file chooser; its look is in styles.ts. The same file may be chosen twice. */
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
