import { words } from '#content/words/en.ts';

/** Puts a copy button on every code block of the text. */
for (const block of document.querySelectorAll<HTMLPreElement>('.prose pre')) {
  const frame = document.createElement('div');
  frame.className = 'code';
  block.replaceWith(frame);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = words.site.copy;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(block.textContent ?? '');
      button.textContent = words.site.copied;
    } catch {
      button.textContent = words.site.copyFailed;
    }
    setTimeout(() => {
      button.textContent = words.site.copy;
    }, 2000);
  });
  frame.append(block, button);
}
