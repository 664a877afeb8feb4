/** Words of the camera. */
export const camera = {
  open: 'Use the camera',
  asking: 'The browser asks whether this page may use the camera…',
  live: 'What the camera sees',
  take: 'Take the picture',
  close: 'Close the camera',
  promise:
    'The picture stays on this device and is not stored. The camera is off once it is taken.',
  refused:
    'The camera may not be used here: it was refused. Allow it for this page in the browser’s settings, or choose a picture from a file.',
  absent: 'No camera was found. Choose a picture from a file.',
  busy: 'The camera gives no picture; another program may be using it. Close that program, or choose a picture from a file.',
  insecure:
    'Here the browser lends its camera to no page: it does so over https alone, and in a frame only if the page around allows it. Choose a picture from a file.',
};
