import { writeAddress } from '#components/kit/address.ts';
import { search as words } from '#content/words/en/search.ts';
import { link } from '../url.ts';
import { foldQuery, unfold } from './search-fold.ts';
import { isAnswer } from './search-match.ts';

/** What this page uses of pagefind's own API. */
interface Pagefind {
  options(options: { baseUrl: string }): Promise<void>;
  debouncedSearch(query: string): Promise<{ results: { data(): Promise<Page> }[] } | null>;
}
interface Page extends Place {
  meta: { title?: string };
  sub_results: (Place & { title: string })[];
}
interface Place {
  url: string;
  /** HTML of the page's own text, escaped, with the words found in mark elements. */
  excerpt: string;
}

/** `<site-search>`: looks in pagefind's index as the reader types; the words stand in the address as ?q=. */
class SiteSearch extends HTMLElement {
  #pagefind: Promise<Pagefind> | undefined;

  connectedCallback(): void {
    const input = this.querySelector('input') as HTMLInputElement;
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#search(input.value.trim());
    });
    input.addEventListener('input', () => this.#search(input.value.trim()));
    // What has been typed before this code came counts.
    input.value ||= new URLSearchParams(location.search).get('q') ?? '';
    if (input.value) this.#search(input.value.trim());
  }

  async #search(query: string): Promise<void> {
    writeAddress({ q: query || null });
    try {
      this.#pagefind ??= load();
      const folded = foldQuery(query);
      const answer = folded
        ? await (await this.#pagefind).debouncedSearch(folded)
        : { results: [] };
      // null: another letter has been typed meanwhile.
      if (!answer) return;
      const near = await Promise.all(answer.results.map((result) => result.data()));
      // Typed on while the pages came.
      if (query !== this.querySelector('input')?.value.trim()) return;
      const pages = near.filter(({ excerpt, sub_results }) =>
        isAnswer(folded, [excerpt, ...sub_results.map((section) => section.excerpt)]),
      );
      const count = pages.length;
      this.#show(pages, count > 0 ? words.found(count, query) : query ? words.none(query) : '');
    } catch {
      this.#pagefind = undefined;
      this.#show([], words.failed);
    }
  }

  #show(pages: Page[], outcome: string): void {
    (this.querySelector('.outcome') as HTMLElement).textContent = outcome;
    this.querySelector('.found')?.replaceChildren(...pages.map(item));
  }
}

async function load(): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ link('/pagefind/pagefind.js'));
  await pagefind.options({ baseUrl: link('/') });
  return pagefind;
}

/** A page and up to three of its sections. */
function item({ url, meta, excerpt, sub_results }: Page): HTMLElement {
  const li = document.createElement('li');
  li.append(anchor(url, meta.title ?? url));
  const sections = sub_results.filter((section) => section.url !== url).slice(0, 3);
  if (sections.length === 0) li.append(text(excerpt));
  else {
    const list = document.createElement('ul');
    for (const section of sections) {
      const entry = document.createElement('li');
      entry.append(anchor(section.url, section.title), text(section.excerpt));
      list.append(entry);
    }
    li.append(list);
  }
  return li;
}

function anchor(url: string, title: string): HTMLAnchorElement {
  const a = document.createElement('a');
  a.href = url;
  a.textContent = unfold(title);
  return a;
}

function text(excerpt: string): HTMLElement {
  const p = document.createElement('p');
  p.innerHTML = unfold(excerpt);
  return p;
}

customElements.define('site-search', SiteSearch);
