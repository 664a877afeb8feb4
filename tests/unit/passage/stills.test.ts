import { expect, it } from 'vitest';
import { figureIn, withStills } from '#components/passage/stills.ts';

const still = async (stop: number, set: object, by: string) =>
  `<svg>${stop} ${JSON.stringify(set)} ${by}</svg>`;

it('finds the figure of a picture, where it is one', () => {
  expect(figureIn('<figure><spd-figure name="reads" id="reads-even" stop="2"><svg/>')).toEqual({
    id: 'reads-even',
    shown: '2',
  });
  expect(figureIn('<figure class="line-up" id="x"></figure>').id).toBeUndefined();
});

it('draws each moment that sets the figure, under its own parameters, and no other', async () => {
  const moments =
    '<section class="moment" data-moment="one" data-stop="0"> <p>One</p></section>' +
    '<section class="moment" data-moment="two" data-stop="5" data-set="{&quot;kernel&quot;:6}"><p>Two</p></section>' +
    '<section class="moment" data-moment="three" data-light="spd"><p>Three</p></section>';
  const drawn = await withStills(moments, still);
  expect(drawn.match(/<svg>.*?<\/svg>/g)).toEqual([
    '<svg>0 {} moment-one</svg>',
    '<svg>5 {"kernel":6} moment-two</svg>',
  ]);
  expect(drawn.replaceAll(/<div class="still".*?<\/div>/g, '')).toBe(moments);
  expect(drawn.indexOf('moment-one</svg>')).toBeLessThan(drawn.indexOf('data-moment="two"'));
  // The picture itself stands at the start already.
  expect(await withStills(moments, still, '0')).not.toContain('moment-one<');
  expect(await withStills(moments, still, '5')).toContain('moment-two<');
});
