/** Things put in order. */
export const order = {
  up: (name: string) => `${name}: up`,
  down: (name: string) => `${name}: down`,
  place: (place: number) => `${place}.`,
  unit: 'grey levels',
  told: (hits: number, all: number, first: string, last: string) =>
    `${hits === all ? `All ${all} stand` : `${hits} of ${all} ${hits === 1 ? 'stands' : 'stand'}`} where you put ${hits === 1 ? 'it' : 'them'}. First comes ${first}, last ${last}.`,
};
