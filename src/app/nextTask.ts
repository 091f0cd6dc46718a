/** Lets the browser paint and answer before the next part of the start. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
