import { type TorchReply, torchReply } from "../export/torchReply";
import { inputSizeOf, resolvedLayerOf } from "../model/layer";
import { tupleText } from "../trace/shapeTuples";
import { Icon } from "./Icon";
import { useText } from "./i18n";
import { useSettings } from "./useSettings";

/** How a plain array becomes a tensor of this layer, and what PyTorch says to arrays of other shapes. */
export function ShapeNote() {
  const t = useText();
  const document = useSettings();
  const { inChannels } = resolvedLayerOf(document);
  const space = inputSizeOf(document);
  const array = inChannels > 1 ? [inChannels, ...space] : space;
  const tensor = [1, inChannels, ...space];
  const [first = 1, ...rest] = space;
  const moved = inChannels > 1 ? [...space, inChannels] : [first, 1, ...rest];
  const shapes = [
    ...(inChannels > 1 ? [] : [array]),
    [inChannels, ...space],
    tensor,
    // The same shape once more would say that nothing went wrong.
    ...(tupleText(moved) === tupleText([inChannels, ...space]) ? [] : [moved]),
  ];
  return (
    <details className="folded">
      <summary className="folded-line">
        {t("reshape.title", { shape: tupleText(array), tensor: tupleText(tensor) })}
        <Icon name="down" />
      </summary>
      <div className="reshape">
        <code className="reshape-code">X = X.reshape({tupleText(tensor)})</code>
        <p className="note-text">
          {t(inChannels > 1 ? "reshape.channels" : "reshape.plain", { sizes: array.join(" × ") })}
        </p>
        <p className="note-text">{t(inChannels > 1 ? "reshape.order" : "reshape.order.ones")}</p>
        <table className="replies">
          <caption className="visually-hidden">{t("reshape.replies")}</caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t("reshape.shape")}</th>
              <th scope="col">{t("reshape.reply")}</th>
            </tr>
          </thead>
          <tbody>
            {shapes.map((shape) => (
              <tr key={tupleText(shape)}>
                <th scope="row">{tupleText(shape)}</th>
                <td>
                  <Reply
                    reply={torchReply(document, shape)}
                    unbatched={shape === shapes.at(inChannels > 1 ? 0 : 1)}
                    misread={shape === moved ? first : null}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

interface ReplyProps {
  readonly reply: TorchReply;
  readonly unbatched: boolean;
  /** How many channels PyTorch sees where there are others. */
  readonly misread: number | null;
}

function Reply({ reply, unbatched, misread }: ReplyProps) {
  const t = useText();
  const document = useSettings();
  const { inChannels, paddingMode, op } = resolvedLayerOf(document);
  // Other paddings are put around first, and refuse in words of their own.
  const own = op === "transposed" || paddingMode === "zeros";
  return (
    <>
      {reply.refusal ? (
        <q className="reply-refusal">{own ? reply.refusal : t("reshape.refused")}</q>
      ) : (
        <b>→ {tupleText(reply.output ?? [])}</b>
      )}
      {unbatched && !reply.refusal && <span className="reply-why">{t("reshape.unbatched")}</span>}
      {misread !== null && (
        <span className="reply-why">
          {misread === inChannels
            ? !reply.refusal && t("reshape.taken", { count: misread })
            : t("reshape.read", { count: misread, channels: inChannels })}
        </span>
      )}
    </>
  );
}
