/**
 * The home page. Names in braces are elements: works (`ref`), numbers with their sources, links.
 */
export const home = {
  question: 'Where did the small things go?',
  lead: 'A network that looks for cars begins by making its picture small. Move this car, and watch what is left of it. Where pixels are dropped, it comes and goes with its position; where they are dealt out to smaller pictures, it stays. Is that the whole story?',
  start: 'Begin with the first chapter',
  toLab: 'Go to the lab',
  whatTitle: 'What SPD-Conv is',
  what: [
    'A network has to make its picture small before it can see the whole of it at once, and small things are the first to go. The usual way is a stride: a window that moves on by two pixels at a time. {ref} propose another. Deal the pixels of each 2×2 block out to four smaller pictures, stack these as channels, and let a convolution without a stride take it from there.',
    'The first half is called space-to-depth, and it drops nothing. The second half decides what to drop, with weights that it has learned.',
  ],
  helpsTitle: 'Does it help?',
  verdict:
    'In our small detectors, trained alike on generated scenes, SPD-Conv finds far more than the strided network that it replaces: on the scale from 0 to 100 by which detectors are measured (average precision, or AP), it scores {spd} against {strided} (± is the standard deviation over five trainings). But it does about twice the work, and a plain strided network, made wider until it works as hard, reaches {wide}, with far more weights.',
  questions:
    'How much of such a gain is due to space-to-depth, how much to a window that reads all pixels equally often, and how much simply to more work? Is the stride to blame at all? This notebook takes the claim apart until each part can be tested, and lets you test it yourself.',
  published:
    'The authors put their block into YOLOv5. On COCO, photographs of everyday things, their small model reaches {spd} AP, where YOLOv5s has {strided}. It does twice the work: {spdCost} billion operations (GFLOPs) a picture instead of {stridedCost}.',
  lab: 'Small detectors, trained alike, with strides and with space-to-depth, run side by side in your browser. Make the objects smaller, add noise, or give the detectors a picture of your own, and see which of them loses sight of what. {link}.',
} as const;
