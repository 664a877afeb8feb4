// Code that is fetched when it is wanted. No dependency: it must work where nothing else arrives.
import { kit } from '#content/words/en/kit.ts';

/** How long the reader waits for code before a word is said, milliseconds; it may still come. */
export const CODE_LIMIT = 30_000;

/** Why code did not arrive; `message` is a sentence for the reader. After `changed` only a reload helps. */
export class CodeError extends Error {
  override name = 'CodeError';
  readonly code: 'slow' | 'offline' | 'missing' | 'changed';

  constructor(code: CodeError['code']) {
    super(code === 'slow' ? kit.code.slow(CODE_LIMIT / 1000) : kit.code[code]);
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

async function reason(): Promise<CodeError['code']> {
  const guess = () => (navigator.onLine ? 'missing' : 'offline');
  // In a page of somebody else nothing is to be learned from the page.
  if (scriptsOfSite().length === 0) return guess();
  try {
    return (await siteRenewed()) ? 'changed' : 'missing';
  } catch {
    return guess();
  }
}

/**
 * Whether the server's page of this address has other scripts by now than the one that is open.
 *
 * @throws TypeError or DOMException where there is no answer within 5 seconds
 */
export async function siteRenewed(): Promise<boolean> {
  const response = await fetch(location.href, {
    cache: 'no-cache',
    signal: AbortSignal.timeout(5_000),
  });
  return response.ok && !namesAll(await response.text());
}

/** Of a page of the notebook: they lie in one folder. */
const scriptsOfSite = () => [
  ...document.querySelectorAll<HTMLScriptElement>('script[type=module][src*="/_astro/"]'),
];

function namesAll(page: string): boolean {
  return scriptsOfSite().every((script) => page.includes(script.getAttribute('src')!));
}
