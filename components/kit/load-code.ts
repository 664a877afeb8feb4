// Code that is fetched when it is wanted. No dependency: it must work where nothing else arrives.
import { kit } from '#content/words/en/kit.ts';

const words = kit.code;

/** How long the reader waits for code before a word is said, milliseconds; it may still come. */
export const CODE_LIMIT = 30_000;

/** Why code did not arrive; `message` is a sentence for the reader. After `changed` only a reload helps. */
export class CodeError extends Error {
  override name = 'CodeError';
  readonly code: 'slow' | 'offline' | 'missing' | 'changed';

  constructor(code: CodeError['code']) {
    super(code === 'slow' ? words.slow(CODE_LIMIT / 1000) : words[code]);
    this.code = code;
  }
}

/**
 * Fetches code: `loadCode(() => import('./part.ts'))`. Asked once more, code that was slow is waited for again; whether
 * a browser fetches anew what it failed to fetch is its own choice (most don't, until the page is reloaded).
 *
 * @throws CodeError
 */
export async function loadCode<Module>(fetchCode: () => Promise<Module>): Promise<Module> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CodeError('slow')), CODE_LIMIT);
  });
  try {
    return await Promise.race([fetchCode(), late]);
  } catch (error) {
    if (error instanceof CodeError) throw error;
    console.error(error);
    throw new CodeError(await reason());
  } finally {
    clearTimeout(timer);
  }
}

/** Asks for this page once more: where it names other scripts by now, the site was renewed. */
async function reason(): Promise<CodeError['code']> {
  try {
    const response = await fetch(location.href, {
      cache: 'no-cache',
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) return 'missing';
    return namesAll(await response.text()) ? 'missing' : 'changed';
  } catch {
    return navigator.onLine ? 'missing' : 'offline';
  }
}

function namesAll(page: string): boolean {
  const scripts = document.querySelectorAll<HTMLScriptElement>('script[type=module][src]');
  return [...scripts].every((script) => page.includes(script.getAttribute('src')!));
}
