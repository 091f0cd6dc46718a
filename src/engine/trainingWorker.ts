import type { TrainOptions } from "../core/train";
import { trainInMessages } from "./trainInMessages";

addEventListener("message", ({ data }: MessageEvent<TrainOptions>) => {
  trainInMessages(data, (message) => {
    postMessage(message, { transfer: [message.parameters.buffer, message.losses.buffer] });
  });
});
