import { figureEn } from "../../src/content/messages/figure.en";
import type { ConvDocument } from "../../src/model/document";
import { createFigure, type Figure } from "../../src/render/figure";
import { type Board, boardOf } from "../../src/scene/board";
import { frameAt } from "../../src/scene/frame";
import type { Box } from "../../src/scene/layout";
import { formatMessage } from "../../src/ui/i18n";

/** A figure on a page of its own. */
interface Drawing {
  readonly host: HTMLElement;
  readonly figure: Figure;
  readonly show: (document: ConvDocument, position: number, showAll?: boolean) => Board;
}

const DESK: Box = { width: 832, height: 644, large: false };

export function startDrawing(box: Box = DESK): Drawing {
  const host = document.createElement("div");
  document.body.append(host);
  const figure = createFigure(host);
  const catalogue = { language: "en", messages: figureEn } as const;
  return {
    host,
    figure,
    show: (shown, position, showAll = false) => {
      const board = boardOf(shown, box, { readCounts: false });
      figure.board(board, (key, values) => formatMessage(catalogue, key, values));
      figure.frame(frameAt(board, position, showAll));
      return board;
    },
  };
}
