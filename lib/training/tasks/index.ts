import { checkerboard, digit, dot } from './drawn.ts';
import { present, vehicle } from './scenes.ts';
import type { Task, TaskName } from './task.ts';

export { type Crop, TASKS, type Task, type TaskName } from './task.ts';

/** What can be learnt, by name. */
export const tasks: Readonly<Record<TaskName, Task>> = {
  vehicle,
  present,
  dot,
  digit,
  checkerboard,
};
