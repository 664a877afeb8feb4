import { copying as words } from '#content/words/en/copy.ts';

/** Puts a copy button on every code block of the text. */
for (const block of document.querySelectorAll<HTMLPreElement>('.prose pre')) {
  const frame = document.createElement('div');
  frame.className = 'code';
  block.replaceWith(frame);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = words.copy;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(block.textContent ?? '');
      button.textContent = words.copied;
    } catch {
      button.textContent = words.copyFailed;
    }
    setTimeout(() => {
      button.textContent = words.copy;
    }, 2000);
  });
  frame.append(block, button);
}
