import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { embedCode } from '#components/figure/embed-code.ts';

it('is an iframe that has the shape of the drawing, its theme, and leave for full screen and copying', () => {
  const code = embedCode({
    source: new URL('https://example.org/embed/reads/?kernel=5&step=2'),
    title: 'Who reads "each" pixel?',
    theme: 'dark',
    size: { width: 760, height: 400.4 },
  });
  const frame = parseHTML(`<html><body>${code}</body></html>`).document.querySelector('iframe')!;
  expect(frame.getAttribute('src')).toBe(
    'https://example.org/embed/reads/?kernel=5&step=2&theme=dark',
  );
  expect(frame.getAttribute('title')).toBe('Who reads "each" pixel?');
  expect(frame.getAttribute('allow')).toBe('fullscreen; clipboard-write');
  expect(frame.getAttribute('style')).toContain('aspect-ratio: 760 / 456;');
  expect(code.match(/&(?!amp;|quot;)/)).toBeNull();
});
