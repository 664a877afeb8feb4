type Outcome = 'spd' | 'level' | 'rival';

const outcomes: Readonly<Record<Outcome, string>> = {
  spd: 'on which SPD finds more',
  level: 'on which both find as many',
  rival: 'on which the rival finds more',
};

/** Words of the lab's gallery of set pieces. */
export const gallery = {
  title: 'Set pieces',
  text: 'Scenes to begin with. Bet on a detector before you open one.',
  proportion: (
    of: { scenes: number; spd: number; level: number; rival: number },
    shown: { spd: number; level: number; rival: number },
  ) =>
    `They are chosen to be typical, not to please: on ${of.scenes.toLocaleString('en')} scenes of these kinds SPD as published found more objects than its fair rival on ${of.spd}, as many on ${of.level}, and fewer on ${of.rival}. So here it finds more on ${shown.spd}, as many on ${shown.level}, and fewer on ${shown.rival}.`,
  /** Where the last of the places is due to two outcomes as much. */
  tie: (places: number, winner: Outcome, loser: Outcome) =>
    `One of the ${places} places was a tie: by these counts it is due to a scene ${outcomes[loser]} as much as to one ${outcomes[winner]}, and the latter has it.`,
  typical: (of: { scenes: number; spd: number; level: number; rival: number }) =>
    `Is the scene that the lab begins with typical? On ${of.scenes} scenes with a bit of everything, drawn with the same settings, SPD as published found more objects than its fair rival in ${of.spd}, as many in ${of.level}, and fewer in ${of.rival}. So whatever you see here, the next scene may turn it round.`,
  kinds: {
    carPark: 'A crowded car park',
    boats: 'Boats on glittering water',
    apron: 'Planes on an apron',
    smallPlane: 'One plane, five pixels at most',
    darkCar: 'A dark car on dark ground',
    depot: 'Trucks and buses in a yard',
    crumbs: 'Crumbs: nothing above seven pixels',
    noise: 'A noisy night',
    haze: 'In haze',
    mixed: 'A bit of everything',
  } as Readonly<Record<string, string>>,
  failed: (reason: string) => `The small pictures can’t be drawn. ${reason}`,
} as const;
