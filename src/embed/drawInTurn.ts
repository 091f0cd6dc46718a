/** What waits to be drawn. */
let queue: readonly Waiting[] = [];
let scheduled = false;

interface Waiting {
  readonly element: Element;
  readonly draw: () => void;
}

/**
 * Draws a figure: the first of a task at once, each other one in a task of its own, so that the page is seen and answers
 * between them. What is on screen comes first.
 *
 * @returns `now`, which draws what still waits, and `cancel`
 */
export function drawInTurn(
  element: Element,
  draw: () => void,
): { readonly now: () => void; readonly cancel: () => void } {
  const own = { element, draw };
  const cancel = () => {
    queue = queue.filter((each) => each !== own);
  };
  if (scheduled) queue = [...queue, own];
  else {
    schedule();
    draw();
  }
  return {
    now: () => {
      if (queue.includes(own)) {
        cancel();
        draw();
      }
    },
    cancel,
  };
}

function schedule(): void {
  scheduled = true;
  setTimeout(() => {
    const next = queue.find(({ element }) => isOnScreen(element)) ?? queue[0];
    scheduled = false;
    if (!next) return;
    queue = queue.filter((each) => each !== next);
    schedule();
    next.draw();
  });
}

function isOnScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom >= 0 && top <= innerHeight;
}
