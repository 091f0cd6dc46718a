import { lateComponent } from "./lateComponent";
import { addTexts, loadLateTexts } from "./lateTexts";

/** The dialog comes when it is asked for, with its own texts. */
export const LateEmbedDialog = lateComponent(async () => {
  const [{ EmbedDialog: dialog }, { embedEn }] = await Promise.all([
    import("./EmbedDialog"),
    import("../content/messages/embed.en"),
    loadLateTexts(),
  ]);
  addTexts(embedEn);
  return dialog;
});
